import { PRETIX_PIXELS } from "./pretix-plan";
import { seatFlags } from "../flags";
import { SEAT_PITCH, type Decoration, type SeatingPlanContent } from "./seating-plan";

/**
 * A plan as pretix reads it: a zone and a category for each section, drawn things in the first zone. What pretix has no
 * word for (prices, flags, the scale) stands under `aisle`, which others pass over: read back, it is the same plan.
 */
export function toPretixPlan({ name, size, sections, decorations }: SeatingPlanContent) {
  // A tenth of a unit is a quarter of a pixel: hundredths are exact in both directions.
  const px = (length: number) => Math.round(length * 100 * (PRETIX_PIXELS / SEAT_PITCH)) / 100;
  return {
    name,
    aisle: { unit: PRETIX_PIXELS },
    size: { width: px(size.width), height: px(size.height) },
    categories: sections.map((section) => ({
      name: section.name,
      aisle: { priceMultiplierBps: section.priceMultiplierBps },
    })),
    zones: sections.map((section, i) => ({
      name: section.name,
      position: { x: 0, y: 0 },
      rows: section.rows.map((row, rowAt) => ({
        row_number: row.label,
        position: { x: 0, y: 0 },
        seats: row.seats.map((seat, seatAt) => ({
          seat_guid: `${section.id}-${rowAt}-${seatAt}`,
          seat_number: seat.label,
          position: { x: px(seat.x), y: px(seat.y) },
          category: section.name,
          ...(seat.flags !== 0 && { aisle: { flags: seat.flags } }),
          ...(seat.flags & seatFlags.accessible && { wheelchair: true }),
        })),
      })),
      areas: i === 0 ? decorations.map((item) => toArea(item, px)) : [],
    })),
  };
}

function toArea(item: Decoration, px: (length: number) => number) {
  if (item.kind === "text") {
    return { shape: "text", position: { x: px(item.x), y: px(item.y) }, text: { text: item.text }, aisle: { kind: "text", size: px(item.size) } };
  }
  const common = {
    rotation: item.rotation ?? 0,
    ...(item.label && { text: { text: item.label } }),
    ...(item.kind === "area" && item.colour && { color: item.colour }),
    aisle: { kind: item.kind },
  };
  if (item.kind === "area" && item.outline) {
    const points = item.outline.map(({ x, y }) => ({ x: px(x), y: px(y) }));
    return { shape: "polygon", position: { x: px(item.x), y: px(item.y) }, polygon: { points }, ...common };
  }
  if (item.kind === "area" && item.round) {
    const radius = { x: px(item.width / 2), y: px(item.height / 2) };
    const position = { x: px(item.x + item.width / 2), y: px(item.y + item.height / 2) };
    return { shape: "ellipse", position, ellipse: { radius }, ...common };
  }
  const rectangle = { width: px(item.width), height: px(item.height) };
  return { shape: "rectangle", position: { x: px(item.x), y: px(item.y) }, rectangle, ...common };
}
