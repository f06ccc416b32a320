"use client";

import { Alert } from "~/components/ui/alert";
import { Progress } from "~/components/ui/progress";
import { formatPaise } from "~/domain/money";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";

/** How far a cancelled event's refunds have come: read from the database, so a reload loses nothing. */
export function CancellationProgress({ eventId }: { eventId: string }) {
  const { data } = api.payment.cancellationProgress.useQuery(
    { eventId },
    { refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 3_000) },
  );
  if (!data) return null;
  const over = isOver(data);
  const share = data.refundsAsked === 0 ? (over ? 1 : 0) : data.refundsDone / data.refundsAsked;
  return (
    <Alert
      tone={data.status === "FAILED" || data.refundsFailed > 0 ? "warning" : over ? "success" : "info"}
      title={over ? "Everything has gone back" : "Bookings are being cancelled and refunded"}
      className="mt-6"
    >
      <p>
        {countOf(data.done, "booking")} of {data.total.toLocaleString("en-IN")} ended;{" "}
        {formatPaise(data.refundedPaise)} refunded
        {data.owedPaise > 0 && `, ${formatPaise(data.owedPaise)} on its way`}.
        {data.refundsFailed > 0 &&
          ` ${countOf(data.refundsFailed, "refund")} failed: an admin is looking at it.`}
      </p>
      {!over && <Progress value={share} label="Refunds done" className="mt-2" />}
    </Alert>
  );
}

function isOver(task: { status: string; refundsAsked: number; refundsDone: number }): boolean {
  return task.status === "DONE" && task.refundsDone >= task.refundsAsked;
}
