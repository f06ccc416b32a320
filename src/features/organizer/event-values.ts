import { instantOf, localTime } from "~/lib/calendar";
import type { EventForm } from "~/schemas/event-form";
import type { RouterInputs, RouterOutputs } from "~/trpc/react";

type Known = RouterOutputs["event"]["byId"];

/** A new event's form. */
export const newEvent: EventForm = {
  title: "",
  subtitle: "",
  description: "",
  category: "CONCERT",
  artist: "",
  language: "",
  ageRating: "",
  venueId: "",
  startsAt: "",
  endsAt: "",
  onSaleAt: "",
  offSaleAt: "",
  basePricePaise: "",
  imageUrl: null,
  bannerUrl: null,
  confirmationNote: "",
  orphanRule: "WARN",
  mayCancel: "yes",
  cancelUntilHours: "24",
  cancelRefundBps: "100",
};

/** As one types it: whole rupees, or with both places of the paise. */
function typedRupees(paise: number): string {
  return paise % 100 === 0 ? String(paise / 100) : (paise / 100).toFixed(2);
}

/** An event as its form shows it, times in its venue's zone. */
export function valuesOf(event: Known): EventForm {
  const { timeZone } = event.venue;
  return {
    title: event.title,
    subtitle: event.subtitle ?? "",
    description: event.description,
    category: event.category,
    artist: event.artist ?? "",
    language: event.language ?? "",
    ageRating: event.ageRating ?? "",
    venueId: event.venue.id,
    startsAt: localTime(event.startsAt, timeZone),
    endsAt: localTime(event.endsAt, timeZone),
    onSaleAt: localTime(event.onSaleAt, timeZone),
    offSaleAt: localTime(event.offSaleAt, timeZone),
    basePricePaise: typedRupees(event.basePricePaise),
    imageUrl: event.imageUrl,
    bannerUrl: event.bannerUrl,
    confirmationNote: event.confirmationNote ?? "",
    orphanRule: event.orphanRule,
    mayCancel: event.cancelUntilHours === null ? "no" : "yes",
    cancelUntilHours: String(event.cancelUntilHours ?? 24),
    cancelRefundBps: String(Math.round(event.cancelRefundBps / 100)),
  };
}

/** What the form says, as `event.create` takes it; times are read in the venue's zone. */
export function toEventInput(values: EventForm, timeZone: string): RouterInputs["event"]["create"] {
  const { mayCancel, cancelUntilHours, cancelRefundBps, basePricePaise, ...rest } = values;
  const at = (local: string) => instantOf(local, timeZone);
  return {
    ...rest,
    subtitle: rest.subtitle || null,
    artist: rest.artist || null,
    language: rest.language || null,
    ageRating: rest.ageRating || null,
    confirmationNote: rest.confirmationNote || null,
    startsAt: at(rest.startsAt) ?? new Date(Number.NaN),
    endsAt: at(rest.endsAt),
    onSaleAt: at(rest.onSaleAt),
    offSaleAt: at(rest.offSaleAt),
    basePricePaise: Math.round(Number(basePricePaise) * 100),
    cancelUntilHours: mayCancel === "yes" ? Number(cancelUntilHours) : null,
    cancelRefundBps: Number(cancelRefundBps) * 100,
  };
}
