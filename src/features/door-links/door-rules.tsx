"use client";

import { Switch } from "~/components/ui/switch";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

/** How codes behave at this door. */
export function DoorRules({ eventId, rules }: { eventId: string; rules: { turning: boolean; paper: boolean } }) {
  const utils = api.useUtils();
  const save = api.checkIn.setRules.useMutation({
    onError: (error) => toast.error(refusalOf(error).message),
    onSettled: () => utils.checkIn.links.invalidate({ eventId }),
  });
  const shown = save.isPending ? save.variables : rules;
  const set = (change: Partial<typeof rules>) => save.mutate({ eventId, ...rules, ...change });
  return (
    <section aria-labelledby="codes">
      <h2 id="codes" className="display mb-3 text-2xl">
        Codes
      </h2>
      <Switch
        label="Codes turn on phones"
        hint="A new code every half minute, so that a picture of it is soon worth nothing. Works without network."
        checked={shown.turning}
        onCheckedChange={(turning) => set({ turning })}
      />
      {shown.turning && (
        <Switch
          className="mt-4"
          label="Let paper in"
          hint="Printed tickets cannot turn. Without this only codes on phones are let in."
          checked={shown.paper}
          onCheckedChange={(paper) => set({ paper })}
        />
      )}
    </section>
  );
}
