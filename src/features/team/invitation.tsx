"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Skeleton } from "~/components/ui/skeleton";
import { standingWords } from "~/domain/team";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatDay } from "~/lib/dates";
import { api } from "~/trpc/react";

/** An organizer asks; yes or no. */
export function Invitation({ id }: { id: string }) {
  const router = useRouter();
  const utils = api.useUtils();
  const query = api.team.invitation.useQuery({ id }, { retry: false });
  const go = (path: string) => async () => {
    await utils.invalidate();
    router.push(path);
    router.refresh();
  };
  const accept = api.team.accept.useMutation({ onSuccess: go(query.data?.role === "DOOR" ? "/organizer/doors" : "/organizer/dashboard") });
  const decline = api.team.decline.useMutation({ onSuccess: go("/") });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <Skeleton className="h-40" />;
    if (refusalOf(query.error).code !== "NOT_FOUND") return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
    return <Alert title="This invitation is over">It was answered, taken back, or waited too long. Ask who sent it for a new one.</Alert>;
  }
  if (!data.addressee) {
    return (
      <Alert title="This invitation was sent to another address">
        You are signed in as {data.email}. Sign out, then open the link again and sign in with the address it was sent to.
      </Alert>
    );
  }
  const refused = accept.error ?? decline.error;
  return (
    <div className="grid gap-5">
      <p>
        <span className="font-medium">{data.from}</span> asks you to join the team as {standingWords[data.role].name.toLowerCase()}.
      </p>
      <p className="text-ink-soft">
        {standingWords[data.role].may}. Answer by {formatDay(data.expiresAt, { timeZone: homeZone })}.
      </p>
      {!data.verified && (
        <Alert tone="warning" title="Confirm your address first">
          <Link href="/profile" className="underline underline-offset-4">
            Your profile
          </Link>{" "}
          sends the mail for it. Then come back here.
        </Alert>
      )}
      {refused && <Alert tone="danger">{refusalOf(refused).message}</Alert>}
      <div className="flex flex-wrap gap-3">
        <Button size="lg" disabled={!data.verified} loading={accept.isPending} onClick={() => accept.mutate({ id })}>
          Join the team
        </Button>
        <Button size="lg" variant="secondary" loading={decline.isPending} onClick={() => decline.mutate({ id })}>
          No, thank you
        </Button>
      </div>
    </div>
  );
}
