"use client";

import { Skeleton } from "~/components/ui/skeleton";
import { Switch } from "~/components/ui/switch";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

const choices = [
  { key: "reminders", label: "Reminders", hint: "A day before your event, and again two hours before." },
  { key: "reviewRequests", label: "Review requests", hint: "Once, after an event you were at." },
] as const;

/** Which messages one gets. A switch holds at once, and goes back with the reason where it could not be kept. */
export function MessageChoices() {
  const utils = api.useUtils();
  const { data, isError, refetch } = api.user.preferences.useQuery();
  const update = api.user.updatePreferences.useMutation({
    onMutate: async (change) => {
      await utils.user.preferences.cancel();
      const before = utils.user.preferences.getData();
      utils.user.preferences.setData(undefined, (now) => now && { ...now, ...change });
      return { before };
    },
    onError: (error, _change, context) => {
      utils.user.preferences.setData(undefined, context?.before);
      toast.error(refusalOf(error).message);
    },
  });
  if (!data) {
    if (!isError) return <Skeleton className="h-32" />;
    return (
      <p className="text-ink-soft">
        Your choices did not load.{" "}
        <button type="button" className="text-ink underline underline-offset-4" onClick={() => void refetch()}>
          Try again
        </button>
      </p>
    );
  }
  return (
    <div className="grid gap-5">
      {choices.map(({ key, label, hint }) => (
        <Switch
          key={key}
          label={label}
          hint={hint}
          checked={data[key]}
          onCheckedChange={(on) => update.mutate({ [key]: on })}
        />
      ))}
    </div>
  );
}
