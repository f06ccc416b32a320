"use client";

import { HandCoins } from "lucide-react";
import { TableSkeleton } from "~/components/table-skeleton";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";

type Matter = RouterOutputs["admin"]["moneyList"][number];

const words: Record<Matter["kind"], string> = {
  REFUND_STUCK: "Refund is stuck",
  REFUND_FAILED: "Refund failed",
  CAPTURE_STUCK: "Payment not captured",
  UNKNOWN_PAYMENT: "Payment of no booking",
  WEBHOOK_STUCK: "Gateway message not understood",
  WRONG_AMOUNT: "Another amount was paid",
  REFUNDED_ELSEWHERE: "Given back at the gateway",
  CANCELLATION_STUCK: "Cancellation is stuck",
};

/** What about money a person must look at. */
export function MoneyList() {
  const query = api.admin.moneyList.useQuery(undefined, { staleTime: 0 });
  const { data } = query;
  const retry = api.admin.retryRefund.useMutation({
    onSuccess: async () => {
      toast.success("The refund is tried again.");
      await query.refetch();
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  if (!data) {
    if (!query.isError) return <TableSkeleton />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  if (data.length === 0)
    return (
      <EmptyState icon={HandCoins} title="Every paisa is explained">
        Refunds that fail, payments that belong to no booking and gateway messages that make no sense would
        stand here.
      </EmptyState>
    );
  return (
    <Table stack caption="Money list">
      <TableHead>
        <TableRow>
          <TableHeader>Since</TableHeader>
          <TableHeader>Matter</TableHeader>
          <TableHeader numeric>Amount</TableHeader>
          <TableHeader>
            <span className="sr-only">Do</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {data.map((matter) => (
          <TableRow key={`${matter.kind}-${matter.id}`}>
            <TableCell label="Since" className="whitespace-nowrap">
              {formatWhen(matter.since, { timeZone: homeZone })}
            </TableCell>
            <TableCell label="Matter" className="min-w-64">
              <span className="font-medium">{words[matter.kind]}</span>
              <span className="text-ink-soft block break-words">{matter.says}</span>
              <span className="text-ink-soft figures block text-xs">{matter.bookingId ?? matter.id}</span>
            </TableCell>
            <TableCell label="Amount" numeric>
              {matter.amountPaise === null ? "" : formatPaise(matter.amountPaise)}
            </TableCell>
            <TableCell className="text-right">
              {(matter.kind === "REFUND_FAILED" || matter.kind === "REFUND_STUCK") && (
                <Button
                  variant="secondary"
                  size="sm"
                  loading={retry.isPending}
                  onClick={() => retry.mutate({ refundId: matter.id })}
                >
                  Try again
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
