"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "~/components/ui/button";
import { FormError, useZodForm } from "~/components/ui/form";
import { showRefusal } from "~/lib/form-refusal";
import { tabStorage } from "~/lib/tab-storage";
import { toast } from "~/lib/toast";
import { eventFormSchema, type EventForm } from "~/schemas/event-form";
import { api } from "~/trpc/react";
import { newEvent, toEventInput } from "./event-values";
import { PlaceFields } from "./place-fields";
import { PriceFields } from "./price-fields";
import { RuleFields } from "./rule-fields";
import { StoryFields } from "./story-fields";

const NOTES = "new-event";

/** A new event: what is typed outlives a reload; saved, it is a draft with all its seats. */
export function CreateEvent() {
  const form = useZodForm<EventForm, EventForm>(eventFormSchema, newEvent);
  const utils = api.useUtils();
  const router = useRouter();
  const create = api.event.create.useMutation();

  useEffect(() => {
    const noted = tabStorage.read(NOTES) as Partial<EventForm> | null;
    if (noted) form.reset({ ...newEvent, ...noted });
    const { unsubscribe } = form.watch((values) => tabStorage.write(NOTES, values));
    return unsubscribe;
  }, [form]);

  const submit = form.handleSubmit(async (values) => {
    try {
      const venue = await utils.venue.byId.fetch({ id: values.venueId });
      const { id, seatCount } = await create.mutateAsync(toEventInput(values, venue.timeZone));
      tabStorage.write(NOTES, null);
      toast.success(`Saved as a draft with ${seatCount.toLocaleString("en-IN")} seats.`);
      router.push(`/organizer/events/${id}/edit`);
    } catch (error) {
      showRefusal(form, error);
    }
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <StoryFields form={form} />
      <PlaceFields form={form} />
      <PriceFields form={form} />
      <RuleFields form={form} />
      <div className="border-line grid justify-items-start gap-4 border-t py-8">
        <FormError form={form} />
        <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
          Save as a draft
        </Button>
        <p className="text-ink-soft text-sm">
          Nobody sees a draft but you. Its seats are made when you save.
        </p>
      </div>
    </form>
  );
}
