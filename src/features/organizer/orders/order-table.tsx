"use client";

import { Badge } from "~/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { nameInSection } from "~/domain/seating/seat-name";
import { formatWhen } from "~/lib/dates";
import { BookingMoneySheet } from "../booking-money";
import { orderStates, type Order } from "./order-words";

/** Bookings, each a link to all that is known of it. */
export function OrderTable({ orders, timeZone }: { orders: readonly Order[]; timeZone: string }) {
  return (
    <Table stack caption="Orders">
      <TableHead>
        <TableRow>
          <TableHeader>Booking</TableHeader>
          <TableHeader>Who</TableHeader>
          <TableHeader>Seats</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader>Begun</TableHeader>
          <TableHeader numeric>Total, all in</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <TableRow key={order.id}>
            <TableCell className="whitespace-nowrap">
              <BookingMoneySheet bookingId={order.id} bookingNumber={order.bookingNumber} />
            </TableCell>
            <TableCell label="Who" className="min-w-40">
              {order.name}
              <span className="text-ink-soft block break-all">{order.email}</span>
            </TableCell>
            <TableCell label="Seats" className="min-w-32">
              {order.seats.map(nameInSection).join(", ")}
            </TableCell>
            <TableCell label="Status">
              <Badge tone={orderStates[order.status].tone}>{orderStates[order.status].word}</Badge>
              {order.refundFailed && (
                <Badge tone="danger" className="mt-1">
                  Refund failed
                </Badge>
              )}
            </TableCell>
            <TableCell label="Begun" className="whitespace-nowrap">
              {formatWhen(order.createdAt, { timeZone })}
            </TableCell>
            <TableCell label="Total, all in" numeric>
              {formatPaise(order.totalPaise)}
              {order.refundedPaise > 0 && (
                <span className="text-ink-soft block">{formatPaise(order.refundedPaise)} back</span>
              )}
              {order.couponCode && <span className="text-ink-soft block">with {order.couponCode}</span>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
