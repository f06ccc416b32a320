"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { createSerializer, debounce, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { TableSkeleton } from "~/components/table-skeleton";
import { Chip } from "~/components/ui/chip";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Pagination } from "~/components/ui/pagination";
import { bookingStatuses, type BookingStatus } from "~/domain/booking-state";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { OrderTable } from "./order-table";
import { orderStates } from "./order-words";

const params = {
  order: parseAsString.withDefault(""),
  status: parseAsStringLiteral(bookingStatuses),
  page: parseAsInteger.withDefault(1),
};
const serialize = createSerializer(params);

/** Every booking of an event, whatever became of it. */
export function OrderList({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const [asked, setAsked] = useQueryStates(params, { history: "push" });
  const { order, status, page } = asked;
  const search = order.trim().slice(0, 100) || undefined;
  const query = api.organizer.orders.useQuery(
    { eventId, search, status: status ?? undefined, page: Math.max(1, page), limit: 25 },
    { placeholderData: keepPreviousData, staleTime: 5_000 },
  );
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TableSkeleton rows={8} />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  const all = Object.values(data.counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return <p className="text-ink-soft py-6">Nobody has begun a booking yet. Each one stands here at once.</p>;
  const states = (Object.keys(orderStates) as BookingStatus[]).filter((state) => data.counts[state] > 0 || state === status);
  return (
    <div aria-busy={query.isPlaceholderData}>
      <Field label="Search orders" className="mb-4 max-w-sm">
        <Input
          type="search"
          placeholder="Name, mail, seat or booking number"
          defaultValue={order}
          onChange={(event) =>
            void setAsked({ order: event.target.value, page: 1 }, { history: "replace", limitUrlUpdates: debounce(350) })
          }
        />
      </Field>
      <div role="group" aria-label="Status" className="no-scrollbar -mx-1 mb-4 flex gap-2 overflow-x-auto px-1 py-1">
        <Chip pressed={status === null} onClick={() => void setAsked({ status: null, page: 1 })}>
          All ({all.toLocaleString("en-IN")})
        </Chip>
        {states.map((state) => (
          <Chip key={state} pressed={status === state} onClick={() => void setAsked({ status: state, page: 1 })}>
            {orderStates[state].word} ({data.counts[state].toLocaleString("en-IN")})
          </Chip>
        ))}
      </div>
      {data.items.length === 0 ? (
        <p className="text-ink-soft py-6">No booking fits. Try fewer words, or every status.</p>
      ) : (
        <>
          <p className="text-ink-soft mb-2 text-sm" role="status">
            {countOf(data.total, "booking")}
          </p>
          <OrderTable orders={data.items} timeZone={timeZone} />
        </>
      )}
      <div className="mt-6">
        <Pagination
          page={data.page}
          pageCount={data.pageCount}
          hrefFor={(to) => serialize(`/organizer/events/${eventId}/orders`, { ...asked, page: to })}
        />
      </div>
    </div>
  );
}
