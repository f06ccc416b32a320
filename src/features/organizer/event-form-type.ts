import type { UseFormReturn } from "react-hook-form";
import type { EventForm } from "~/schemas/event-form";

/** The form of an event, whose fields are parted into sections. */
export type Form = UseFormReturn<EventForm, unknown, EventForm>;
