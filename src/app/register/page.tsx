import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { env } from "~/env";
import { AuthPage } from "~/features/account/auth-page";
import { RegisterForm } from "~/features/account/register-form";
import { WhySignIn } from "~/features/account/why-sign-in";
import { localPath, signInReasons } from "~/lib/local-path";
import { currentUser } from "~/server/auth";

export const metadata: Metadata = { title: "Create an account" };

type Search = { callbackUrl?: string | string[]; why?: string | string[] };

/** Where an account is made; leads on to `callbackUrl`, signed in. */
export default async function RegisterPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { callbackUrl, why } = await searchParams;
  const to = localPath([callbackUrl].flat()[0], env.APP_URL);
  if (await currentUser()) redirect(to);
  const reason = signInReasons.find((reason) => reason === [why].flat()[0]);
  const query = to === "/" ? "" : `?callbackUrl=${encodeURIComponent(to)}${reason ? `&why=${reason}` : ""}`;
  return (
    <AuthPage
      title="Create an account"
      footer={
        <>
          Have one already?{" "}
          <Link href={`/login${query}`} className="text-accent-text underline underline-offset-4">
            Sign in
          </Link>
        </>
      }
    >
      {reason && <WhySignIn reason={reason} />}
      <RegisterForm to={to} />
    </AuthPage>
  );
}
