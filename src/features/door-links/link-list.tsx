"use client";

import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { formatTime, formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api, type RouterOutputs } from "~/trpc/react";
import type { DoorEvent } from "./door-links";

type Links = RouterOutputs["checkIn"]["links"]["links"];

/** The event's links: who uses them, and the button that ends them. */
export function LinkList({ links, event }: { links: Links; event: DoorEvent }) {
  const utils = api.useUtils();
  const revoke = api.checkIn.revokeLink.useMutation({
    onSuccess: async () => {
      toast.success("The link has ended. Its phones let nobody in any more as soon as they have network.");
      await utils.checkIn.links.invalidate({ eventId: event.id });
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  if (links.length === 0) return <p className="text-ink-soft border-line mt-8 border-t pt-6">No links yet. Make one for each gate.</p>;
  return (
    <ul aria-label="Links" className="divide-line border-line mt-8 divide-y border-t">
      {links.map(({ id, gate, role, expiresAt, revokedAt, devices }) => {
        const over = revokedAt !== null || expiresAt <= new Date();
        const scans = devices.reduce((sum, device) => sum + device._count.scans, 0);
        const seen = devices.map(({ lastSeenAt }) => lastSeenAt.getTime()).sort((a, b) => b - a)[0];
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 grow">
              <p className={over ? "text-ink-soft font-medium" : "font-medium"}>
                {gate}
                <span className="text-ink-soft font-normal">, {role === "SUPERVISOR" ? "may look up" : "scans"}</span>
              </p>
              <p className="text-ink-soft figures text-sm">
                {countOf(devices.length, "phone")}, {countOf(scans, "scan")}
                {seen && `, last heard at ${formatTime(new Date(seen), event)}`}
              </p>
            </div>
            <p className="text-ink-soft text-sm">{revokedAt ? "Ended" : over ? "Over" : `Until ${formatWhen(expiresAt, { timeZone: event.timeZone })}`}</p>
            {!over && (
              <Button variant="secondary" size="sm" loading={revoke.isPending && revoke.variables.linkId === id} onClick={() => revoke.mutate({ linkId: id })}>
                End
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
