"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Badge } from "~/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { securityKinds, type SecurityKind } from "~/domain/security-event";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import { api } from "~/trpc/react";
import { ListControls, useListParams } from "./list-controls";
import { ListFrame } from "./list-frame";
import { listHref, securityInput } from "./list-params";

const options = Object.entries(securityKinds);

/** What somebody should look at: doors that were tried. */
const tries = new Set<string>(["sign-in-failed", "sign-in-locked", "second-factor-failed", "refused", "key-refused"]);

/** Sign-ins good and bad, refused access, changed rights, personal data that left: who, from where, when. */
export function SecurityTable() {
  const [params] = useListParams();
  const query = api.admin.securityLog.useQuery(securityInput(params), { placeholderData: keepPreviousData });
  return (
    <>
      <ListControls placeholder="A name, a mail address, an IP address" filter="What" options={options} days />
      <ListFrame query={query} path="/admin/security" params={params} empty="Nothing in the log fits.">
        {(events) => (
          <Table stack caption="Security log">
            <TableHead>
              <TableRow>
                <TableHeader>When</TableHeader>
                <TableHeader>What</TableHeader>
                <TableHeader>Whose account</TableHeader>
                <TableHeader>From</TableHeader>
                <TableHeader>Facts</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {events.map((event) => (
                <TableRow key={event.id} className="align-top">
                  <TableCell label="When" className="whitespace-nowrap">
                    {formatWhen(event.at, { timeZone: homeZone })}
                  </TableCell>
                  <TableCell label="What">
                    <Badge tone={tries.has(event.kind) ? "warning" : "neutral"}>{securityKinds[event.kind as SecurityKind] ?? event.kind}</Badge>
                  </TableCell>
                  <TableCell label="Whose account">{event.person ?? <span className="text-ink-soft">Nobody&rsquo;s</span>}</TableCell>
                  <TableCell label="From" className="figures whitespace-nowrap">
                    {event.ip ? (
                      <a href={listHref("/admin/security", { search: event.ip })} className="touch-target underline-offset-4 hover:underline">
                        {event.ip}
                      </a>
                    ) : (
                      <span className="text-ink-soft">Here</span>
                    )}
                  </TableCell>
                  <TableCell label="Facts" className="text-ink-soft text-sm break-words">
                    {factsOf(event.facts)}
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

/** Facts in words; ids of sessions and signs of addresses are for the log's lines. */
const factWords: Record<string, (value: unknown) => string> = {
  sessionId: () => "",
  address: () => "",
  secondFactor: (value) => (value ? "with a second factor" : ""),
  byMail: (value) => (value ? "by a code of a mail" : ""),
  what: String,
  code: String,
};

function factsOf(facts: unknown): string {
  if (!facts || typeof facts !== "object") return "";
  return Object.entries(facts)
    .map(([name, value]) => factWords[name]?.(value) ?? `${name} ${String(value)}`)
    .filter(Boolean)
    .join(", ");
}
