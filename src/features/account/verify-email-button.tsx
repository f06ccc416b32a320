"use client";

import Link from "next/link";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { api } from "~/trpc/react";

/** Confirms an address at a press: mail scanners open links, but press nothing. */
export function VerifyEmailButton({ token }: { token: string }) {
  const verify = api.auth.verifyEmail.useMutation();
  if (verify.isSuccess) {
    return (
      <div className="grid gap-5">
        <Alert tone="success" title="Thank you">
          Your address is confirmed. Tickets and news about your shows go there.
        </Alert>
        <Button asChild size="lg">
          <Link href="/events">Find a show</Link>
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-5">
      {verify.error && (
        <Alert tone="danger">
          {refusalOf(verify.error).message}{" "}
          <Link href="/profile" className="underline underline-offset-4">
            Your profile
          </Link>{" "}
          sends one.
        </Alert>
      )}
      <Button size="lg" loading={verify.isPending} onClick={() => verify.mutate({ token })}>
        Confirm my address
      </Button>
    </div>
  );
}
