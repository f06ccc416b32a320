import Link from "next/link";

const link = "text-accent-text underline underline-offset-4";

/** The way back from the side doors; `again` for who holds a link that is no longer good. */
export function BackToSignIn({ again = false }: { again?: boolean }) {
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-3">
      <Link href="/login" className={link}>
        Back to sign in
      </Link>
      {again && (
        <Link href="/forgot-password" className={link}>
          Ask for a new link
        </Link>
      )}
    </p>
  );
}
