import type { Metadata } from "next";
import { AuthPage } from "~/features/account/auth-page";
import { LinkCutShort } from "~/features/account/link-cut-short";
import { VerifyEmailButton } from "~/features/account/verify-email-button";

// The address holds a secret: no page that is opened from here may learn it.
export const metadata: Metadata = {
  title: "Confirm your address",
  referrer: "no-referrer",
  robots: { index: false },
};

type Search = { token?: string | string[] };

/** Where the link of the mail leads. */
export default async function VerifyEmailPage({ searchParams }: { searchParams: Promise<Search> }) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  if (!token) return <LinkCutShort where="/profile" label="Send it from your profile" />;
  return (
    <AuthPage title="Is this your address?" footer="It is where your tickets go.">
      <VerifyEmailButton token={token} />
    </AuthPage>
  );
}
