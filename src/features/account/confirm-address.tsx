"use client";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

/** Whether the address is known to be one's own, and the link once more where it is not. */
export function ConfirmAddress({ verified }: { verified: boolean }) {
  const resend = api.user.resendVerification.useMutation({
    onSuccess: () => toast.success("The link is on its way to your mail."),
    onError: (error) => toast.error(refusalOf(error).message),
  });
  if (verified) return <Badge tone="success">Confirmed</Badge>;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone="warning">Not confirmed yet</Badge>
      <Button variant="link" size="sm" loading={resend.isPending} onClick={() => resend.mutate()}>
        Send the link again
      </Button>
    </span>
  );
}
