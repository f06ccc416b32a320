"use client";

import { Monitor, Smartphone } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Skeleton } from "~/components/ui/skeleton";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { deviceName, isPhone } from "./device-name";
import { SignOutEverywhere } from "./sign-out-everywhere";

const india = { timeZone: "Asia/Kolkata", city: "India" };

/** Every device one is signed in on, each with a way to end it. */
export function SessionList() {
  const sessions = api.user.sessions.useQuery();
  if (sessions.isPending) return <Skeleton className="h-40" />;
  if (!sessions.data) {
    return (
      <ErrorState
        onRetry={() => void sessions.refetch()}
        retrying={sessions.isFetching}
        className="border-t-0! py-0!"
      >
        {refusalOf(sessions.error).message}
      </ErrorState>
    );
  }
  return (
    <>
      <ul className="divide-line divide-y">
        {sessions.data.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <SignOutEverywhere />
    </>
  );
}

function SessionRow({ session }: { session: RouterOutputs["user"]["sessions"][number] }) {
  const utils = api.useUtils();
  const name = deviceName(session.userAgent);
  const end = api.user.endSession.useMutation({
    onSuccess: async () => {
      await utils.user.sessions.invalidate();
      toast.success(`${name} is signed out.`);
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  const Icon = isPhone(session.userAgent) ? Smartphone : Monitor;
  const place = session.ip === "local" ? "" : ` from ${session.ip}`;
  return (
    <li className="flex items-center gap-4 py-4 first:pt-0">
      <Icon aria-hidden className="text-ink-soft size-6 shrink-0" strokeWidth={1.5} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {name} {session.current && <Badge tone="success">This device</Badge>}
        </p>
        <p className="text-ink-soft text-sm">
          {session.current ? "Signed in" : "Last used"}{" "}
          {formatWhen(session.current ? session.createdAt : session.lastSeenAt, india)}
          {place}
        </p>
      </div>
      {!session.current && (
        <Button
          variant="secondary"
          size="sm"
          aria-label={`Sign out ${name}`}
          loading={end.isPending}
          onClick={() => end.mutate({ id: session.id })}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
