import type { SectionLayout, SectionSpec } from "~/domain/seating/plan/seating-plan";
import type { SectionForm, VenueForm } from "~/schemas/venue-form";
import type { RouterOutputs } from "~/trpc/react";

type Venue = RouterOutputs["venue"]["byId"];

/** A section's fields before one types. */
export const newSection = (name = ""): SectionForm => ({
  sectionId: "",
  name,
  rowCount: "10",
  seatsPerRow: "20",
  priceMultiplier: "1",
  shape: "straight",
  rowLabels: "A",
  x: "",
  y: "",
  rotation: "",
});

export const newVenue: VenueForm = {
  name: "",
  address: "",
  city: "",
  stateCode: "",
  timeZone: "Asia/Kolkata",
  amenities: "",
  sections: [newSection("Stalls")],
};

/** A venue as its form shows it. */
export function valuesOf(venue: Venue): VenueForm {
  const { name, address, city, stateCode, timeZone, amenities, sections } = venue;
  return {
    name,
    address,
    city,
    stateCode: stateCode ?? "",
    timeZone,
    amenities: amenities.join(", "),
    sections: sections.map(sectionOf),
  };
}

function sectionOf({
  id,
  name,
  rowCount,
  seatsPerRow,
  priceMultiplierBps,
  layout,
}: SectionSpec): SectionForm {
  const typed = (length: number | undefined) =>
    length === undefined ? "" : String(Math.round(length * 10) / 10);
  return {
    sectionId: id,
    name,
    rowCount: String(rowCount),
    seatsPerRow: String(seatsPerRow),
    priceMultiplier: String(priceMultiplierBps / 10_000),
    shape: layout.shape ?? "straight",
    rowLabels: layout.rowLabels ?? "A",
    x: typed(layout.x),
    y: typed(layout.y),
    rotation: typed(layout.rotation),
  };
}

/** The venue's own facts, without its sections. */
export function venueFacts({ name, address, city, stateCode, timeZone, amenities }: VenueForm) {
  const words = amenities.split(",").map((word) => word.trim());
  return { name, address, city, stateCode, timeZone, amenities: words.filter(Boolean) };
}

/** A section as `venue.addSection` takes it. What the form does not show of its layout stays as it was. */
export function toSection(form: SectionForm, layout: SectionLayout = {}) {
  const number = (typed: string) => (typed === "" ? undefined : Number(typed));
  const { x: _x, y: _y, rotation: _rotation, ...kept } = layout;
  const place = { x: number(form.x), y: number(form.y), rotation: number(form.rotation) };
  return {
    name: form.name.trim(),
    rowCount: Number(form.rowCount),
    seatsPerRow: Number(form.seatsPerRow),
    priceMultiplier: Number(form.priceMultiplier),
    layout: {
      ...kept,
      ...Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)),
      shape: form.shape,
      rowLabels: form.rowLabels,
    } satisfies SectionLayout,
  };
}

/** A section as the plan's generator takes it; null while it makes no sense. */
export function toSpec(form: SectionForm, index: number, layout?: SectionLayout): SectionSpec | null {
  const section = toSection(form, layout);
  const numbers = [section.rowCount, section.seatsPerRow, section.priceMultiplier];
  if (numbers.some((value) => !Number.isFinite(value)) || section.rowCount < 1 || section.seatsPerRow < 1)
    return null;
  if (section.rowCount * section.seatsPerRow > 120_000) return null;
  const { priceMultiplier, ...spec } = section;
  return {
    ...spec,
    id: form.sectionId || `new-${index}`,
    name: spec.name || `Section ${index + 1}`,
    priceMultiplierBps: Math.round(priceMultiplier * 10_000),
  };
}
