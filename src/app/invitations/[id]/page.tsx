import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthPage } from "~/features/account/auth-page";
import { Invitation } from "~/features/team/invitation";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";

export const metadata: Metadata = { title: "An invitation", robots: { index: false } };

/** Where the mail of an invitation leads. */
export default async function InvitationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!(await currentUser())) redirect(loginPath(`/invitations/${id}`));
  return (
    <AuthPage title="Join a team?" footer="What you book for yourself stays your own.">
      <Invitation id={id} />
    </AuthPage>
  );
}
