"use client";

import { FileText } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";
import { formatPaise } from "~/domain/money";
import { api } from "~/trpc/react";

/** Money that was authorised is captured within moments: asked again after 2 s, 4 s, 6 s and so on, for about three minutes. */
const LOOK_AGAIN_MS = 2_000;
const LOOKS = 13;

const kinds = { INVOICE: "Invoice", CREDIT_NOTE: "Credit note" };

/**
 * A booking's invoice and credit notes as PDF, for its buyer and its organizer. What is due and was not written yet
 * is written now.
 */
export function InvoiceLinks({
  bookingId,
  heading: Heading = "h3",
  className,
}: {
  bookingId: string;
  /** Its rank among the headings around it. */
  heading?: "h2" | "h3";
  className?: string;
}) {
  const query = api.invoice.list.useQuery(
    { bookingId },
    {
      staleTime: 0,
      refetchInterval: ({ state }) =>
        state.data?.length === 0 && state.dataUpdateCount < LOOKS ? state.dataUpdateCount * LOOK_AGAIN_MS : false,
    },
  );
  const { data } = query;
  return (
    <section aria-label="Invoices" className={className}>
      <Heading className="display text-lg">Invoices</Heading>
      {!data && !query.isError && (
        <SkeletonRegion label="The invoices are being read" className="mt-2">
          <Skeleton className="h-11" />
        </SkeletonRegion>
      )}
      {!data && query.isError && (
        <p role="alert" className="text-ink-soft mt-1 flex flex-wrap items-center gap-x-3 text-sm">
          They could not be read.
          <Button variant="ghost" size="sm" loading={query.isFetching} onClick={() => void query.refetch()}>
            Try again
          </Button>
        </p>
      )}
      {data?.length === 0 && (
        <p className="text-ink-soft mt-1 text-sm">The invoice comes once the bank has handed the money over, usually within minutes.</p>
      )}
      {data && data.length > 0 && (
        <ul className="divide-line mt-1 divide-y">
          {data.map((document) => (
            <li key={document.id}>
              <a href={document.href} className="group flex min-h-11 items-center gap-3 py-2 text-sm">
                <FileText aria-hidden className="text-ink-soft size-5 shrink-0" />
                <span className="min-w-0 flex-1 underline-offset-4 group-hover:underline">
                  {kinds[document.kind]} <span className="figures">{document.number}</span>
                </span>{" "}
                <span className="figures whitespace-nowrap">{formatPaise(document.totalPaise)}</span>{" "}
                <span className="text-ink-soft">PDF</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
