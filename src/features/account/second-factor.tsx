"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Skeleton } from "~/components/ui/skeleton";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { api } from "~/trpc/react";
import { EnrolSecondFactor } from "./enrol-second-factor";
import { NewRecoveryCodes } from "./new-recovery-codes";
import { RecoveryCodes } from "./recovery-codes";
import { RemoveSecondFactor } from "./remove-second-factor";

const india = { timeZone: "Asia/Kolkata" };

/** One's second factor: how it stands, and setting it up or taking it off. */
export function SecondFactor() {
  const factor = api.user.secondFactor.useQuery();
  const [enrolling, setEnrolling] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  if (factor.isPending) return <Skeleton className="h-24" />;
  if (!factor.data) {
    return (
      <ErrorState onRetry={() => void factor.refetch()} retrying={factor.isFetching} className="border-t-0! py-0!">
        {refusalOf(factor.error).message}
      </ErrorState>
    );
  }
  const { since, recoveryCodesLeft, asked } = factor.data;
  const show = (made: string[]) => {
    setEnrolling(false);
    setCodes(made);
  };
  if (!since) {
    return (
      <div className="grid gap-5">
        {asked && (
          <Alert tone="warning" title="Your account needs one">
            What you may do beyond buying tickets waits until it is set up.
          </Alert>
        )}
        {enrolling ? (
          <EnrolSecondFactor onDone={show} onCancel={() => setEnrolling(false)} />
        ) : (
          <div>
            <Button variant="secondary" onClick={() => setEnrolling(true)}>
              Set up an authenticator app
            </Button>
          </div>
        )}
      </div>
    );
  }
  return (
    <div className="grid gap-5">
      <p>
        On since {formatWhen(since, india)}.{" "}
        {recoveryCodesLeft === 1 ? "1 recovery code is" : `${recoveryCodesLeft} recovery codes are`} left.
      </p>
      {recoveryCodesLeft < 3 && (
        <Alert tone="warning">Make new recovery codes while your app is at hand. Without either, only an admin can let you in again.</Alert>
      )}
      <div className="flex flex-wrap gap-2">
        <NewRecoveryCodes onDone={show} />
        <RemoveSecondFactor />
      </div>
    </div>
  );
}
