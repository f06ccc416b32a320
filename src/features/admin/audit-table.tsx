"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { auditSentence } from "~/domain/audit-words";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { api } from "~/trpc/react";
import { ListControls, useListParams } from "./list-controls";
import { ListFrame } from "./list-frame";
import { auditEntities, auditInput, listHref } from "./list-params";

const options = auditEntities.map((entity) => [entity, entity] as const);

/** Who changed what, from what to what, and when. */
export function AuditTable() {
  const [params] = useListParams();
  const query = api.admin.auditLog.useQuery(auditInput(params), { placeholderData: keepPreviousData });
  return (
    <>
      <ListControls placeholder="event.cancel, or a thing's id" filter="About" options={options} person days />
      <ListFrame query={query} path="/admin/audit-log" params={params} empty="Nothing in the log fits.">
        {(entries) => (
          <Table stack caption="Audit log">
            <TableHead>
              <TableRow>
                <TableHeader>When</TableHeader>
                <TableHeader>Who</TableHeader>
                <TableHeader>What</TableHeader>
                <TableHeader>Before and after</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {entries.map((entry) => (
                <TableRow key={entry.id} className="align-top">
                  <TableCell label="When" className="whitespace-nowrap">
                    {formatWhen(entry.createdAt, { timeZone: homeZone })}
                  </TableCell>
                  <TableCell label="Who" className="whitespace-nowrap">
                    {entry.actorName ?? "The shop itself"}
                  </TableCell>
                  <TableCell label="What" className="whitespace-nowrap">
                    <span title={entry.action}>{auditSentence(entry.action)}</span>
                    <a
                      href={listHref("/admin/audit-log", { search: entry.entityId })}
                      className="text-ink-soft touch-target block max-w-72 truncate underline-offset-4 hover:underline"
                      title={entry.entityId}
                    >
                      {entry.entityName ?? <span className="figures">{entry.entityId}</span>}
                    </a>
                  </TableCell>
                  <TableCell label="Before and after" className="min-w-64">
                    <Changes before={entry.before} after={entry.after} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </ListFrame>
    </>
  );
}

function Changes({ before, after }: { before: unknown; after: unknown }) {
  if (!before && !after) return null;
  return (
    <details>
      <summary className="touch-target cursor-pointer">{keysOf(before, after)}</summary>
      <pre
        className="bg-surface rounded-control mt-2 max-h-72 max-w-xl overflow-auto p-3 text-xs"
        tabIndex={0}
      >
        {JSON.stringify({ before: before ?? undefined, after: after ?? undefined }, null, 2)}
      </pre>
    </details>
  );
}

function keysOf(...sides: unknown[]): string {
  const keys = new Set(sides.flatMap((side) => (side && typeof side === "object" ? Object.keys(side) : [])));
  const words = [...keys].slice(0, 4).join(", ");
  return keys.size > 4 ? `${words} and ${keys.size - 4} more` : words || "Details";
}
