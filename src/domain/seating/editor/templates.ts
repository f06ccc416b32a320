import type { Decoration, SectionSpec } from "../plan/seating-plan";
import { generatePlan } from "../plan/seating-plan-generate";
import type { PlanDraft } from "./draft";

export type Template = { key: string; name: string; hint: string; draft: () => PlanDraft };

type Section = Pick<SectionSpec, "name" | "rowCount" | "seatsPerRow" | "layout"> & { price?: number };

function made(sections: Section[], decorations: Decoration[]): PlanDraft {
  const specs = sections.map(({ price = 1, ...section }, i) => ({
    ...section,
    id: `t${i + 1}`,
    priceMultiplierBps: Math.round(price * 10_000),
  }));
  const { sections: placed, decorations: drawn } = generatePlan({ name: "", sections: specs, decorations });
  return { sections: placed, decorations: drawn };
}

const stage = (y: number, width: number, height: number, label = "Stage"): Decoration => ({
  kind: "stage", x: -width / 2, y, width, height, label,
});

/** Blocks of a bowl: `count` wedges of `span` degrees round (0, 0), their front row at `radius`. */
function bowl(prefix: string, ring: { count: number; span: number; radius: number; rows: number; from: number; price: number }): Section[] {
  const { count, span, radius, rows, from, price } = ring;
  return Array.from({ length: count }, (_, i) => {
    const angle = span / 2 - (span / count) * (i + 0.5);
    const turn = (angle * Math.PI) / 180;
    const share = ((span / count) * Math.PI) / 180;
    return {
      name: `${prefix} ${from + i}`, rowCount: rows, price,
      seatsPerRow: Math.max(4, Math.floor((radius * share) / 10 - 1.8)),
      layout: {
        shape: "curved", x: Math.round(-radius * Math.sin(turn)), y: Math.round(radius * Math.cos(turn)),
        rotation: angle, radius, growth: Math.round(share * 100) / 100,
      },
    };
  });
}

/** Rooms to begin with, each a whole plan that sells as it is. */
export const templates: readonly Template[] = [
  {
    key: "cinema", name: "Cinema", hint: "188 seats, a gangway, recliners at the back",
    draft: () => made([
      { name: "Standard", rowCount: 8, seatsPerRow: 18, layout: { shape: "curved", x: 0, y: 0, radius: 420, aisles: [5, 13], accessible: ["H1", "H18"], companion: ["H2", "H17"] } },
      { name: "Recliners", rowCount: 4, seatsPerRow: 11, price: 1.5, layout: { shape: "curved", x: 0, y: 100, radius: 520, firstRow: 9, rowSpacing: 14 } },
    ], [{ kind: "screen", x: -105, y: -70, width: 210, height: 8, label: "Screen" }]),
  },
  {
    key: "theatre", name: "Theatre", hint: "Stalls, circle and boxes round a stage",
    draft: () => made([
      { name: "Stalls", rowCount: 12, seatsPerRow: 22, price: 1.4, layout: { shape: "curved", x: 0, y: 0, radius: 320, aisles: [7, 15], accessible: ["L1", "L22"], companion: ["L2", "L21"] } },
      { name: "Circle", rowCount: 6, seatsPerRow: 30, layout: { shape: "curved", x: 0, y: 165, radius: 485, aisles: [8, 22] } },
      { name: "Box left", rowCount: 2, seatsPerRow: 6, price: 1.6, layout: { x: -175, y: -15, rotation: 75 } },
      { name: "Box right", rowCount: 2, seatsPerRow: 6, price: 1.6, layout: { x: 175, y: -15, rotation: -75 } },
    ], [stage(-100, 220, 70)]),
  },
  {
    key: "arena", name: "Arena", hint: "A floor and two rings of blocks",
    draft: () => made([
      ...["A", "B", "C", "D", "E", "F"].map((letter, i) => ({
        name: `Floor ${letter}`, rowCount: 10, seatsPerRow: 14, price: i < 3 ? 2 : 1.6,
        layout: { x: ((i % 3) - 1) * 160, y: -130 + Math.floor(i / 3) * 120 },
      })),
      ...bowl("Lower", { count: 10, span: 250, radius: 340, rows: 12, from: 101, price: 1.3 }),
      ...bowl("Upper", { count: 10, span: 250, radius: 500, rows: 14, from: 201, price: 0.8 }),
    ], [stage(-270, 260, 90)]),
  },
  {
    key: "club", name: "Club", hint: "A standing floor, a rail, a bar",
    draft: () => made([
      { name: "Floor", rowCount: 15, seatsPerRow: 30, layout: { standing: true, x: 0, y: 0 } },
      { name: "Rail", rowCount: 1, seatsPerRow: 18, price: 1.3, layout: { x: 0, y: 125, accessible: ["A1", "A18"], companion: ["A2", "A17"] } },
    ], [stage(-80, 140, 50), { kind: "area", x: 125, y: 10, width: 26, height: 80, label: "Bar" }]),
  },
  {
    key: "hall", name: "Hall", hint: "Three straight blocks, step-free",
    draft: () => made([
      { name: "Left", rowCount: 12, seatsPerRow: 8, layout: { x: -125, y: 0 } },
      { name: "Middle", rowCount: 12, seatsPerRow: 14, price: 1.2, layout: { x: 0, y: 0, accessible: ["A1", "A14"], companion: ["A2", "A13"] } },
      { name: "Right", rowCount: 12, seatsPerRow: 8, layout: { x: 125, y: 0 } },
    ], [stage(-90, 240, 50)]),
  },
  {
    key: "stadium", name: "Stadium", hint: "A pitch and two tiers of a stand",
    draft: () => made([
      ...bowl("Lower", { count: 8, span: 300, radius: 520, rows: 16, from: 1, price: 1.2 }),
      ...bowl("Upper", { count: 8, span: 300, radius: 720, rows: 18, from: 21, price: 0.8 }),
    ], [{ kind: "pitch", x: -240, y: -340, width: 480, height: 640, label: "Pitch" }]),
  },
];
