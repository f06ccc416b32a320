"use client";

import { Copy } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import type { DoorEvent } from "./door-links";

type Made = RouterOutputs["checkIn"]["makeLink"];
const HOUR_MS = 3_600_000;

/** A gate's name and what its people may do; then the link, to be scanned by their phones. */
export function MakeLink({ event }: { event: DoorEvent }) {
  const utils = api.useUtils();
  const [made, setMade] = useState<Made | null>(null);
  const make = api.checkIn.makeLink.useMutation({
    onSuccess: async (link) => {
      setMade(link);
      await utils.checkIn.links.invalidate({ eventId: event.id });
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = new FormData(submitted.currentTarget);
    const hours = Number(form.get("hours"));
    const from = Math.max(Date.now(), event.startsAt.getTime());
    const role = form.get("role") === "SUPERVISOR" ? "SUPERVISOR" : "STEWARD";
    make.mutate({ eventId: event.id, gate: String(form.get("gate")), role, expiresAt: new Date(from + hours * HOUR_MS) });
  };
  return (
    <>
      <form onSubmit={submit} className="mt-6 grid items-end gap-4 sm:grid-cols-[1fr_11rem_11rem_auto]">
        <Field label="Gate" required>
          <Input name="gate" required maxLength={40} placeholder="North entrance" autoComplete="off" />
        </Field>
        <Field label="May">
          <Select name="role" defaultValue="STEWARD">
            <option value="STEWARD">Scan</option>
            <option value="SUPERVISOR">Scan and look up</option>
          </Select>
        </Field>
        <Field label="Ends">
          <Select name="hours" defaultValue="6">
            <option value="6">6 h after the start</option>
            <option value="24">a day after</option>
            <option value="72">3 days after</option>
          </Select>
        </Field>
        <Button type="submit" loading={make.isPending}>
          Make a link
        </Button>
      </form>
      {made && <MadeLink link={made} event={event} />}
    </>
  );
}

function MadeLink({ link, event }: { link: Made; event: DoorEvent }) {
  const { qr, address, gate, expiresAt } = link;
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => toast.success("The link is copied."),
      () => toast.error("The browser does not let us copy. Mark the address and copy it by hand."),
    );
  return (
    <div role="status" className="rounded-card border-line bg-raised mt-6 flex flex-wrap gap-6 border p-5">
      <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={`The link of ${gate} as a code`} shapeRendering="crispEdges" className="w-56 max-w-full">
        <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <div className="min-w-0 grow basis-56">
        <p className="display text-2xl">{gate}</p>
        <p className="text-ink-soft mt-1">Works until {formatWhen(expiresAt, event)}. Scan it with each phone now: it is shown this once.</p>
        <p className="figures mt-3 text-sm break-all" data-testid="door-address">{address}</p>
        <Button variant="secondary" size="sm" className="mt-3" onClick={() => void copy()}>
          <Copy aria-hidden /> Copy
        </Button>
      </div>
    </div>
  );
}
