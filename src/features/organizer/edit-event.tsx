"use client";

import { useEffect, useRef, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { FormError, useZodForm } from "~/components/ui/form";
import { refusalOf } from "~/lib/api-error";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { useLeaveWarning } from "~/lib/use-leave-warning";
import { eventFormSchema, type EventForm } from "~/schemas/event-form";
import { api, type RouterOutputs } from "~/trpc/react";
import type { Form } from "./event-form-type";
import { newEvent, toEventInput, valuesOf } from "./event-values";
import { PlanNews } from "./plan-news/plan-news";
import { PlaceFields } from "./place-fields";
import { PriceFields } from "./price-fields";
import { PublishEvent } from "./publish-event";
import { RuleFields } from "./rule-fields";
import { SeatDesk, type DeskMap } from "./seat-desk/seat-desk";
import { StoryFields } from "./story-fields";
import { useEventChanged } from "./use-event-changed";

const REST_MS = 1_500;

/** An event's form. A draft is saved as one goes; a published event when one says so, since buyers are told. */
export function EditEvent({ eventId, map }: { eventId: string; map: DeskMap }) {
  const { data: event } = api.event.byId.useQuery({ id: eventId });
  return event ? <Editor event={event} map={map} /> : null;
}

function Editor({ event, map }: { event: RouterOutputs["event"]["byId"]; map: DeskMap }) {
  const isDraft = event.status === "DRAFT";
  const form = useZodForm<EventForm, EventForm>(eventFormSchema, valuesOf(event));
  const utils = api.useUtils();
  const changed = useEventChanged(event.id);
  const update = api.event.update.useMutation();
  const [saved, setSaved] = useState("");
  const { isDirty } = form.formState;
  useLeaveWarning(isDirty);

  // What stands in the form is of this moment. Changes from elsewhere are taken up while nothing is typed.
  const knownAt = useRef(event.updatedAt);
  useEffect(() => {
    if (isDirty || knownAt.current >= event.updatedAt) return;
    knownAt.current = event.updatedAt;
    form.reset(valuesOf(event));
  }, [event, form, isDirty]);

  const save = async (values: EventForm) => {
    const { timeZone } = await utils.venue.byId.fetch({ id: values.venueId });
    const input = { id: event.id, knownAt: knownAt.current, ...toEventInput(values, timeZone) };
    knownAt.current = (await update.mutateAsync(input)).updatedAt;
    form.reset(values, { keepValues: true });
    await changed();
  };
  const saveAll = async (values: EventForm) => {
    try {
      await save(values);
      toast.success("Your changes are saved.");
    } catch (error) {
      showRefusal(form, error);
    }
  };

  useEffect(() => {
    if (!isDraft) return;
    let rest: ReturnType<typeof setTimeout>;
    const { unsubscribe } = form.watch((_, { type, name }) => {
      if (!type && !name) return;
      clearTimeout(rest);
      rest = setTimeout(() => {
        const parsed = eventFormSchema.safeParse(form.getValues());
        if (!parsed.success) {
          const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
          // Beside the fields that one has touched; the others are still to come.
          void form.trigger((Object.keys(form.formState.dirtyFields) as (keyof EventForm)[]).filter((name) => wrong.has(name)));
          return setSaved("Not saved yet: something is missing.");
        }
        save(parsed.data).then(
          () => setSaved("Saved just now."),
          (error: unknown) => setSaved(`Not saved: ${refusalOf(error).message}`),
        );
      }, REST_MS);
    });
    return () => {
      clearTimeout(rest);
      unsubscribe();
    };
    // The form is what a save reads; the rest follows from it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [form, isDraft]);

  // From the checklist on the event's own page.
  useEffect(() => showField(form, window.location.hash.slice(1)), [form]);

  if (!isDraft && event.status !== "PUBLISHED")
    return <Alert tone="info" title="This event is closed and cannot be changed any more." />;
  return (
    <>
      {isDraft && <PublishEvent id={event.id} onShow={(field) => showField(form, field)} />}
      {!isDraft && (
        <Alert tone="info" title="This event is published" className="mb-8">
          Place and price stay as soon as a seat is held or sold. A new date is told to everyone who has a
          ticket.
        </Alert>
      )}
      {!isDraft && <PlanNews eventId={event.id} />}
      <form onSubmit={(submitted) => void form.handleSubmit(saveAll)(submitted)} noValidate className="mt-8">
        <StoryFields form={form} />
        <PlaceFields form={form} />
        <PriceFields form={form} />
        <RuleFields form={form} />
        <div className="border-line flex flex-wrap items-center gap-4 border-t py-8">
          <FormError form={form} />
          <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
            Save changes
          </Button>
          <p className="text-ink-soft text-sm" role="status">
            {isDraft ? saved || "A draft is saved as you go." : ""}
          </p>
        </div>
      </form>
      <SeatDesk eventId={event.id} map={map} />
    </>
  );
}

/** Brings a field into sight, ready to be typed in. */
function showField(form: Form, name: string): void {
  if (Object.hasOwn(newEvent, name)) form.setFocus(name as keyof EventForm);
}
