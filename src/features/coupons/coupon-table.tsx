"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { TicketPercent } from "lucide-react";
import { useState } from "react";
import { TableSkeleton } from "~/components/table-skeleton";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Pagination } from "~/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { refusalOf } from "~/lib/api-error";
import { homeZone } from "~/lib/calendar";
import { formatDay } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";
import { CouponDialog } from "./coupon-dialog";
import { offWords, stateOf, type Coupon } from "./coupon-values";

/** The coupons one keeps, the newest first. */
export function CouponTable({ page, isAdmin }: { page: number; isAdmin: boolean }) {
  const query = api.coupon.list.useQuery({ page, limit: 20 }, { placeholderData: keepPreviousData });
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TableSkeleton />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  if (data.total === 0) {
    return (
      <EmptyState
        icon={TicketPercent}
        title="No coupons yet"
        action={<CouponDialog isAdmin={isAdmin} trigger={<Button>New coupon</Button>} />}
      >
        A coupon takes a percentage or an amount off. You say for which event, for how long, and how often.
      </EmptyState>
    );
  }
  return (
    <>
      <Table stack caption="Coupons">
        <TableHead>
          <TableRow>
            <TableHeader>Code</TableHeader>
            <TableHeader>Takes off</TableHeader>
            <TableHeader>Good for</TableHeader>
            <TableHeader>Valid</TableHeader>
            <TableHeader numeric>Used</TableHeader>
            <TableHeader>State</TableHeader>
            <TableHeader>
              <span className="sr-only">Change</span>
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {data.items.map((coupon) => (
            <CouponRow key={coupon.id} coupon={coupon} isAdmin={isAdmin} />
          ))}
        </TableBody>
      </Table>
      <div className="mt-6">
        <Pagination
          page={data.page}
          pageCount={data.pageCount}
          hrefFor={(to) => (to > 1 ? `/organizer/coupons?page=${to}` : "/organizer/coupons")}
        />
      </div>
    </>
  );
}

function CouponRow({ coupon, isAdmin }: { coupon: Coupon; isAdmin: boolean }) {
  const [now] = useState(() => new Date());
  const utils = api.useUtils();
  const update = api.coupon.update.useMutation({
    onSuccess: () => utils.coupon.invalidate(),
    onError: (error) => toast.error(refusalOf(error).message),
  });
  const { word, tone } = stateOf(coupon, now);
  const day = (at: Date) => formatDay(at, { timeZone: homeZone }, now);
  const scope = coupon.event?.title ?? (coupon.organizerId ? "All events of its organizer" : "Every event");
  return (
    <TableRow>
      <TableCell className="figures font-semibold whitespace-nowrap">{coupon.code}</TableCell>
      <TableCell label="Takes off" className="figures whitespace-nowrap">
        {offWords(coupon)}
      </TableCell>
      <TableCell label="Good for" className="min-w-40">
        {scope}
      </TableCell>
      <TableCell label="Valid" className="whitespace-nowrap">
        {day(coupon.validFrom)} to {day(coupon.validUntil)}
      </TableCell>
      <TableCell label="Used" numeric className="whitespace-nowrap">
        {coupon.usedCount.toLocaleString("en-IN")}
        {coupon.usageLimit !== null && ` of ${coupon.usageLimit.toLocaleString("en-IN")}`}
      </TableCell>
      <TableCell label="State">
        <Badge tone={tone}>{word}</Badge>
      </TableCell>
      <TableCell className="text-right whitespace-nowrap">
        <CouponDialog
          coupon={coupon}
          isAdmin={isAdmin}
          trigger={
            <Button variant="ghost" size="sm" aria-label={`Change ${coupon.code}`}>
              Change
            </Button>
          }
        />
        <Button
          variant="ghost"
          size="sm"
          loading={update.isPending}
          aria-label={`${coupon.active ? "Switch off" : "Switch on"} ${coupon.code}`}
          onClick={() => update.mutate({ id: coupon.id, active: !coupon.active })}
        >
          {coupon.active ? "Switch off" : "Switch on"}
        </Button>
      </TableCell>
    </TableRow>
  );
}
