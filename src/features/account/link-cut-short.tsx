import Link from "next/link";
import { Button } from "~/components/ui/button";
import { AuthPage } from "./auth-page";
import { BackToSignIn } from "./back-to-sign-in";

/** A mail's link whose token is missing: said before anything is filled in. `where` gives another link. */
export function LinkCutShort({ where, label }: { where: string; label: string }) {
  return (
    <AuthPage title="This link is cut short" footer={<BackToSignIn />}>
      <p>Part of it is missing; some mail programs break long links in two. Copy the whole link out of the mail, or let us send you a new one.</p>
      <Button asChild size="lg" className="mt-8 w-full">
        <Link href={where}>{label}</Link>
      </Button>
    </AuthPage>
  );
}
