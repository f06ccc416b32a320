import type { Metadata } from "next";
import { AuthPage } from "~/features/account/auth-page";
import { BackToSignIn } from "~/features/account/back-to-sign-in";
import { LinkCutShort } from "~/features/account/link-cut-short";
import { ResetPasswordForm } from "~/features/account/reset-password-form";

// The address holds a secret: no page that is opened from here may learn it.
export const metadata: Metadata = {
  title: "New password",
  referrer: "no-referrer",
  robots: { index: false },
};

type Search = { token?: string | string[] };

/** Where the link of the mail leads. */
export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<Search> }) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  if (!token) return <LinkCutShort where="/forgot-password" label="Ask for a new link" />;
  return (
    <AuthPage title="Choose a new password" footer={<BackToSignIn again />}>
      <ResetPasswordForm token={token} />
    </AuthPage>
  );
}
