import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Alert } from "~/components/ui/alert";
import { env } from "~/env";
import { AuthPage } from "~/features/account/auth-page";
import { WhySignIn } from "~/features/account/why-sign-in";
import { SignInForm } from "~/features/account/sign-in-form";
import { localPath, signInReasons } from "~/lib/local-path";
import { currentUser } from "~/server/auth";

export const metadata: Metadata = { title: "Sign in" };

type Search = Partial<Record<"callbackUrl" | "error" | "ended" | "deleted" | "why", string | string[]>>;

/** Where one signs in; leads back to `callbackUrl`, where that is a page of this shop. */
export default async function LoginPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { callbackUrl, error, ended, deleted, why } = await searchParams;
  const to = localPath([callbackUrl].flat()[0], env.APP_URL);
  if (await currentUser()) redirect(to);
  const reason = signInReasons.find((reason) => reason === [why].flat()[0]);
  const query = to === "/" ? "" : `?callbackUrl=${encodeURIComponent(to)}${reason ? `&why=${reason}` : ""}`;
  return (
    <AuthPage
      title="Welcome back"
      footer={
        <>
          New here?{" "}
          <Link href={`/register${query}`} className="text-accent-text underline underline-offset-4">
            Create an account
          </Link>
        </>
      }
    >
      {reason && <WhySignIn reason={reason} />}
      {ended && (
        <Alert tone="success" className="mb-6">
          You are signed out everywhere.
        </Alert>
      )}
      {deleted && (
        <Alert tone="success" className="mb-6">
          Your account is deleted. Thank you for coming.
        </Alert>
      )}
      {error && (
        <Alert tone="danger" className="mb-6">
          Signing in did not work. Please try again here.
        </Alert>
      )}
      <SignInForm to={to} demo={env.AISLE_LOCAL} />
    </AuthPage>
  );
}
