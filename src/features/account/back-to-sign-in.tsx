import Link from "next/link";

/** The way back from the side doors. */
export function BackToSignIn() {
  return (
    <Link href="/login" className="text-accent-text underline underline-offset-4">
      Back to sign in
    </Link>
  );
}
