"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { TableSkeleton } from "~/components/table-skeleton";
import { Alert } from "~/components/ui/alert";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { cn } from "~/lib/utils";
import { outboxStatuses } from "~/schemas/admin";
import { api } from "~/trpc/react";
import { outboxHref, outboxInput, outboxQuery } from "./outbox-params";
import { StatusBadge, statusWord } from "./status";

const here = { timeZone: homeZone };
/** Columns that a phone has no room for. */
const wide = "hidden md:table-cell";

/** The mails of the shop, the newest first: what became of each, and a way to look at it. */
export function Outbox() {
  const [query, setQuery] = useQueryStates(outboxQuery, { clearOnDefault: true });
  const { data, isError, isFetching, refetch } = api.admin.outbox.useQuery(outboxInput(query), {
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const filters = (
    <div className="grid gap-4 sm:max-w-xl sm:grid-cols-[1fr_12rem]">
      <Field label="Find">
        <Input
          type="search"
          placeholder="Beginning of an address, or kind"
          defaultValue={query.search}
          onChange={({ target }) => void setQuery({ search: target.value, page: 1 }, { limitUrlUpdates: { method: "debounce", timeMs: 300 } })}
        />
      </Field>
      <Field label="Status">
        <Select
          value={query.status ?? ""}
          onChange={({ target }) => void setQuery({ status: (target.value || null) as typeof query.status, page: 1 })}
        >
          <option value="">All</option>
          {outboxStatuses.map((status) => (
            <option key={status} value={status}>
              {statusWord(status)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
  if (!data) {
    if (!isError) return <TableSkeleton />;
    return <ErrorState title="The outbox did not load" onRetry={() => void refetch()} retrying={isFetching} />;
  }
  return (
    <>
      {!data.sending && (
        <Alert className="mb-6">
          There is no mail server (SMTP_URL is not set), so nothing leaves. Each mail waits here, as it would look.
        </Alert>
      )}
      {filters}
      {data.items.length === 0 ? (
        <EmptyState icon={Mail} title="No such mail" className="border-t-0!">
          Every mail that the shop writes is listed here: confirmations, refunds, reminders, links to a new password.
        </EmptyState>
      ) : (
        <div className="mt-6">
          <Table caption="Mails">
            <TableHead>
              <TableRow>
                <TableHeader>Subject</TableHeader>
                <TableHeader className={wide}>To</TableHeader>
                <TableHeader>Status</TableHeader>
                <TableHeader className={wide}>Written</TableHeader>
                <TableHeader numeric className={wide}>
                  Attempts
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.items.map((mail) => (
                <TableRow key={mail.id}>
                  <TableCell className="md:min-w-60">
                    <Link href={`/admin/outbox/${mail.id}`} className="touch-target font-medium underline-offset-4 hover:underline">
                      {mail.subject || mail.template}
                    </Link>
                    <br />
                    <span className="text-ink-soft text-sm">{mail.template}</span>
                    {/* What has columns of its own on a wide screen. */}
                    <span className="text-ink-soft block text-sm break-all md:hidden">{mail.recipient}</span>
                    <span className="text-ink-soft figures block text-sm md:hidden">{formatWhen(mail.createdAt, here)}</span>
                  </TableCell>
                  <TableCell className={cn(wide, "break-all")}>{mail.recipient}</TableCell>
                  <TableCell>
                    <StatusBadge status={mail.status} />
                    {mail.lastError && mail.status !== "SENT" && <p className="text-ink-soft mt-1 max-w-60 text-xs">{mail.lastError}</p>}
                  </TableCell>
                  <TableCell className={cn(wide, "whitespace-nowrap")}>{formatWhen(mail.createdAt, here)}</TableCell>
                  <TableCell numeric className={wide}>
                    {mail.attempts}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <div className="mt-8">
            <Pagination page={data.page} pageCount={Math.max(1, data.pageCount)} hrefFor={(page) => outboxHref({ ...query, page })} />
          </div>
        </div>
      )}
    </>
  );
}
