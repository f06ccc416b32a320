import { AppError } from "./errors";

export type EventTimes = {
  startsAt: Date;
  endsAt: Date | null;
  onSaleAt: Date | null;
  offSaleAt: Date | null;
};

/** One thing that is wrong or missing, and the field it stands beside. */
export type Gap = { field: string; sentence: string };

/** What is wrong with an event's times as such, whenever one looks. */
export function timeGaps({ startsAt, endsAt, onSaleAt, offSaleAt }: EventTimes): Gap[] {
  const gaps: Gap[] = [];
  const refuse = (field: string, sentence: string) => gaps.push({ field, sentence });
  if (endsAt && endsAt <= startsAt) refuse("endsAt", "The event must end after it starts.");
  if (onSaleAt && onSaleAt >= startsAt) refuse("onSaleAt", "Sales must begin before the event starts.");
  if (offSaleAt && offSaleAt > startsAt)
    refuse("offSaleAt", "Sales must end when the event starts, or before.");
  if (onSaleAt && offSaleAt && offSaleAt <= onSaleAt) refuse("offSaleAt", "Sales must end after they begin.");
  return gaps;
}

/** What keeps a draft from being published at `now` (UTC): the organizer's checklist. */
export function publishGaps(
  event: EventTimes & { description: string; openSeats: number },
  now: Date,
): Gap[] {
  const gaps = timeGaps(event);
  const refuse = (field: string, sentence: string) => gaps.push({ field, sentence });
  if (event.startsAt <= now) refuse("startsAt", "Choose a start in the future.");
  else if (event.offSaleAt && event.offSaleAt <= now) refuse("offSaleAt", "Sales would be over already.");
  if (event.description.trim() === "") refuse("description", "Say what people will see.");
  if (event.openSeats === 0)
    refuse("venueId", "There is no seat to sell: add a section to the venue, or give back blocked seats.");
  return gaps;
}

/** @throws AppError INVALID_INPUT beside the first field that is wrong */
export function assertTimes(times: EventTimes): void {
  const [gap] = timeGaps(times);
  if (gap) throw new AppError("INVALID_INPUT", gap.sentence, { field: gap.field });
}
