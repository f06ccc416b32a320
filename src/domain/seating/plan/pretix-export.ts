import { SEAT_PITCH, type SeatingPlanContent } from "./seating-plan";

/** Pixels of one seat's width in pretix's editor. */
const PIXELS = 25;

/** A plan as pretix reads it: a zone and a category for each section, drawn things in the first zone, whole pixels. */
export function toPretixPlan({ name, size, sections, decorations }: SeatingPlanContent) {
  const px = (length: number) => Math.round((length * PIXELS) / SEAT_PITCH);
  const areas = decorations.map((item) =>
    item.kind === "text"
      ? { shape: "text", position: { x: px(item.x), y: px(item.y) }, text: { text: item.text } }
      : {
          shape: "rectangle",
          position: { x: px(item.x), y: px(item.y) },
          rectangle: { width: px(item.width), height: px(item.height) },
          rotation: item.rotation ?? 0,
          ...(item.label && { text: { text: item.label } }),
        },
  );
  return {
    name,
    size: { width: px(size.width), height: px(size.height) },
    categories: sections.map((section) => ({ name: section.name })),
    zones: sections.map((section, i) => ({
      name: section.name,
      position: { x: 0, y: 0 },
      rows: section.rows.map((row) => ({
        row_number: row.label,
        position: { x: 0, y: 0 },
        seats: row.seats.map((seat) => ({
          seat_guid: `${section.id}-${row.label}-${seat.label}`,
          seat_number: seat.label,
          position: { x: px(seat.x), y: px(seat.y) },
          category: section.name,
        })),
      })),
      areas: i === 0 ? areas : [],
    })),
  };
}
