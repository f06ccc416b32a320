"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { createSerializer, debounce, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { TableSkeleton } from "~/components/table-skeleton";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { monthsUntil } from "~/lib/months";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { DocumentTable } from "./document-table";

const kinds = ["INVOICE", "CREDIT_NOTE"] as const;
const params = {
  document: parseAsString.withDefault(""),
  month: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(kinds),
  page: parseAsInteger.withDefault(1),
};
const serialize = createSerializer(params);

/** Invoices and credit notes of one's events, and a month of them as a file for GSTR-1. */
export function DocumentList({ now }: { now: Date }) {
  const [asked, setAsked] = useQueryStates(params, { history: "push" });
  const months = monthsUntil(now);
  const month = months.some(({ value }) => value === asked.month) ? asked.month : "";
  const search = asked.document.trim().slice(0, 100) || undefined;
  const query = api.invoice.documents.useQuery(
    { month: month || undefined, kind: asked.kind ?? undefined, search, page: Math.max(1, asked.page), limit: 25 },
    { placeholderData: keepPreviousData },
  );
  const { data } = query;
  const narrowed = Boolean(search ?? (month || asked.kind));
  return (
    <section aria-labelledby="documents-title" className="mt-12">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 id="documents-title" className="display text-xl">
          Invoices and credit notes
        </h2>
        {month && (
          <Button asChild variant="secondary">
            <a href={`/api/organizer/gstr1.csv?month=${month}`} download>
              <Download aria-hidden /> {months.find(({ value }) => value === month)?.words} for GSTR-1
            </a>
          </Button>
        )}
      </div>
      <div className="mt-4 mb-4 grid gap-3 sm:grid-cols-[minmax(0,20rem)_12rem_12rem]">
        <Field label="Search documents">
          <Input
            type="search"
            placeholder="Number, name, mail or booking"
            defaultValue={asked.document}
            onChange={(event) =>
              void setAsked({ document: event.target.value, page: 1 }, { history: "replace", limitUrlUpdates: debounce(350) })
            }
          />
        </Field>
        <Field label="Month">
          <Select value={month} onChange={(event) => void setAsked({ month: event.target.value, page: 1 })}>
            <option value="">All months</option>
            {months.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Kind">
          <Select
            value={asked.kind ?? ""}
            onChange={(event) => void setAsked({ kind: kinds.find((kind) => kind === event.target.value) ?? null, page: 1 })}
          >
            <option value="">All</option>
            <option value="INVOICE">Invoices</option>
            <option value="CREDIT_NOTE">Credit notes</option>
          </Select>
        </Field>
      </div>
      {!month && <p className="text-ink-soft mb-4 text-sm">Choose a month to take it with you as a file for GSTR-1.</p>}
      {query.isError && !data && <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />}
      {!data && !query.isError && <TableSkeleton rows={6} />}
      {data?.items.length === 0 && (
        <p className="text-ink-soft py-6">
          {narrowed ? "No document fits. Try fewer words, or every month." : "Nothing is issued yet. Each paid booking's invoice stands here within minutes."}
        </p>
      )}
      {data && data.items.length > 0 && (
        <>
          <p className="text-ink-soft mb-2 text-sm" role="status">
            {countOf(data.total, "document")}
          </p>
          <DocumentTable documents={data.items} />
          <div className="mt-6">
            <Pagination page={data.page} pageCount={data.pageCount} hrefFor={(to) => serialize("/organizer/invoices", { ...asked, page: to })} />
          </div>
        </>
      )}
    </section>
  );
}
