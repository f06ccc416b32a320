import type { Decoration, PlanSeat, PlanSection, SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import { seatFlags } from "~/domain/seating/flags";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";

type Tier = { name: string; rows: number; from: number; blocks: number; priceMultiplierBps: number };

/** Half the pitch's axes, plan units: the lowest row runs round it. */
const RADIUS_X = 760;
const RADIUS_Y = 600;
const GANGWAY = SEAT_PITCH * 2.2;

/** Three rings of blocks round an oval: about 50,000 seats, as a cricket ground has them. */
const tiers: readonly Tier[] = [
  { name: "L", rows: 26, from: 0, blocks: 32, priceMultiplierBps: 20_000 },
  { name: "M", rows: 22, from: 300, blocks: 36, priceMultiplierBps: 14_000 },
  { name: "U", rows: 32, from: 560, blocks: 40, priceMultiplierBps: 9_000 },
];

/** A stadium of exactly `seatCount` seats (the last blocks of the upper ring lose what is too much). */
export function stadiumPlan(seatCount = 50_000): SeatingPlanContent {
  const centre = { x: 1_800, y: 1_640 };
  const sections: PlanSection[] = [];
  let left = seatCount;
  for (const tier of tiers) {
    for (let block = 0; block < tier.blocks && left > 0; block += 1) {
      const rows = blockRows(tier, block, centre);
      let kept = 0;
      const trimmed = rows.map((row) => {
        const seats = row.seats.slice(0, Math.max(0, left - kept));
        kept += seats.length;
        return { ...row, seats };
      });
      left -= kept;
      // The stands along the pitch cost more than those behind the wicket.
      const side = Math.abs(Math.cos(((block + 0.5) / tier.blocks) * Math.PI * 2)) < 0.55 ? 1.35 : 1;
      sections.push({
        id: `${tier.name}${block + 1}`,
        name: `${tier.name}${block + 1}`,
        priceMultiplierBps: Math.round(tier.priceMultiplierBps * side),
        rows: trimmed.filter((row) => row.seats.length > 0),
      });
    }
  }
  const pitch: Decoration = {
    kind: "pitch",
    x: centre.x - RADIUS_X + 70,
    y: centre.y - RADIUS_Y + 70,
    width: (RADIUS_X - 70) * 2,
    height: (RADIUS_Y - 70) * 2,
    label: "Pitch",
  };
  return { name: "Stadium", size: { width: 3_600, height: 3_280 }, sections, decorations: [pitch] };
}

function blockRows(tier: Tier, block: number, centre: { x: number; y: number }) {
  const [from, to] = [(block / tier.blocks) * Math.PI * 2, ((block + 1) / tier.blocks) * Math.PI * 2];
  return Array.from({ length: tier.rows }, (_, index) => {
    const out = tier.from + index * SEAT_PITCH;
    const [a, b] = [RADIUS_X + out, RADIUS_Y + out];
    const at = (angle: number) => ({ x: centre.x + a * Math.cos(angle), y: centre.y + b * Math.sin(angle) });
    const speed = (angle: number) => Math.hypot(a * Math.sin(angle), b * Math.cos(angle));
    const seats: PlanSeat[] = [];
    let angle = from + GANGWAY / 2 / speed(from);
    while (angle < to - GANGWAY / 2 / speed(to)) {
      const { x, y } = at(angle);
      const flags = index === 0 && seats.length < 2 && block % 4 === 0 ? seatFlags.accessible : 0;
      seats.push({ label: String(seats.length + 1), x: round(x), y: round(y), flags });
      angle += SEAT_PITCH / speed(angle);
    }
    return { label: String(index + 1), seats };
  });
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
