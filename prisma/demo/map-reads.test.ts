import { describe, expect, it } from "vitest";
import { buildLayout, evenPrices } from "../../src/domain/seating/seat-layout";
import { generatePlan } from "../../src/domain/seating/plan/seating-plan-generate";
import { pictureNames } from "../../src/domain/seating/plan/picture-names";
import { cameraFor } from "../../src/features/seat-map/map/control/camera-path";
import { touchesDisc } from "../../src/features/seat-map/map/model/polygon";
import { buildSeatModel } from "../../src/features/seat-map/map/model/seat-model";
import { occupancy } from "../../src/features/seat-map/map/model/seat-statuses";
import { detailAt } from "../../src/features/seat-map/map/paint/detail";
import { boxOf, layLabels, type Measure } from "../../src/features/seat-map/map/paint/label-layout";
import { seatLabelSize } from "../../src/features/seat-map/map/paint/paint-labels";
import { plateWish } from "../../src/features/seat-map/map/paint/paint-plates";
import { layPlates, tagOf } from "../../src/features/seat-map/map/paint/plate-layout";
import type { Scene } from "../../src/features/seat-map/map/paint/scene";
import { meet, type TextBox } from "../../src/features/seat-map/map/paint/text-box";
import { venues } from "./venues";

/** The map of a phone and of a desktop, beside the order; its edges are covered as the booking page covers them. */
const views = [
  { name: "390", width: 390, height: 620, side: 8 },
  { name: "1440", width: 1_060, height: 800, side: 20 },
];
const zooms = [1, 1.4, 2, 3, 4.5];
/** Wider than the interface's type is: what has room here has room there. */
const measure: Measure = (text, size) => text.length * size * 0.62;

const standingHall = {
  name: "A club",
  decorations: [],
  sections: [
    { name: "Floor", rowCount: 20, seatsPerRow: 40, layout: { standing: true } },
    { name: "Balcony", rowCount: 4, seatsPerRow: 30, layout: {} },
  ].map((section) => ({ ...section, priceMultiplierBps: 10_000 })),
};

function modelOf({ name, sections, decorations }: Pick<(typeof venues)[number], "name" | "sections" | "decorations">) {
  const specs = sections.map((section, i) => ({ id: `s${i}`, ...section }));
  const prices = evenPrices(specs.map(({ id, priceMultiplierBps }) => [id, priceMultiplierBps * 8]));
  const content = generatePlan({ name, sections: specs, decorations });
  return buildSeatModel(buildLayout({ planHash: "hash", serial: 1, content, prices }));
}

const models = [...venues, standingHall].map((venue) => ({ name: venue.name, model: modelOf(venue) }));

/** Seats 1 to 4 and 9 to 12 of a row are dearer than those between them; the next block begins a row behind. */
const mixedHall = {
  name: "A hall whose prices share rows",
  decorations: [],
  sections: ["Sides", "Middle", "Behind", "Front corner"].map((name, at) => ({
    name,
    rowCount: 1,
    seatsPerRow: 1,
    priceMultiplierBps: 10_000,
    layout: {
      rows: Array.from({ length: 4 }, (_, row) => ({
        label: String(row + 1),
        seats: Array.from({ length: 12 }, (_, seat) => ({ label: String(seat + 1), x: seat * 10, y: row * 10, flags: 0 }))
          .map((seat) => (at === 2 ? { ...seat, y: seat.y + 40 } : at === 3 ? { ...seat, x: 120 + row * 8 + (seat.x % 30) } : seat))
          .filter((_, seat) => (at === 0 ? seat < 4 || seat > 7 : at === 1 ? seat > 3 && seat < 8 : at === 2 || seat < 3)),
      })),
    },
  })),
};

function drawn(model: (typeof models)[number]["model"], { width, height, side }: (typeof views)[number], zoom: number) {
  const viewport = { width, height, dpr: 1 };
  const whole = cameraFor(model.box, viewport, { top: 60, bottom: 64, left: side, right: side }, 4);
  const [x, y] = [width / 2, (60 + height - 64) / 2];
  const camera = { k: whole.k * zoom, x: x - (x - whole.x) * zoom, y: y - (y - whole.y) * zoom };
  const detail = detailAt(camera.k, model.sections.length);
  const scene = { model, camera, viewport, occupancy: occupancy(model, new Uint8Array(model.count)) } as unknown as Scene;
  const shown = model.sections.filter((section) => section.standing || detail.plates > 0);
  const font = (text: string, said: string) => measure(text, Number(/(\d+)px/.exec(said)![1]), 600);
  const plates = layPlates(shown.map((section) => plateWish(scene, section, font)));
  const labels = layLabels(scene, detail, plates.map((plate) => plate.box), measure);
  return { camera, detail, plates, labels };
}

function gapToSeat(box: TextBox, x: number, y: number): number {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const [dx, dy] = [x - box.x, y - box.y];
  const outX = Math.max(0, Math.abs(dx * cos + dy * sin) - box.halfWidth);
  const outY = Math.max(0, Math.abs(dy * cos - dx * sin) - box.halfHeight);
  return Math.hypot(outX, outY);
}

describe.each(models)("the map of $name", ({ model }) => {
  it.each(views)("lays no text over another, nor over a seat, at $name", (view) => {
    for (const zoom of zooms) {
      const { camera, plates, labels } = drawn(model, view, zoom);
      const boxes = [...plates.map((plate) => boxOf(plate.box)), ...labels.map((label) => label.box)];
      for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(meet(a, b)).toBe(false);
      const onSeat = labels.filter(({ box }) =>
        model.xs.some((x, i) => gapToSeat(box, x * camera.k + camera.x, model.ys[i]! * camera.k + camera.y) < 4 * camera.k),
      );
      expect(onSeat.map(({ text }) => text)).toEqual([]);
    }
  });

  it.each(views)("names every section, and cuts no name off where the whole plan is seen, at $name", (view) => {
    const named = new Set<string>();
    for (const zoom of zooms) {
      const { plates, labels } = drawn(model, view, zoom);
      for (const { section } of plates) named.add(model.sections[section]!.name);
      for (const { kind, text } of labels) if (kind === "name") named.add(text);
    }
    // The narrow boxes of a stand (12 seats, two rows) are named nearer by.
    const unnamed = model.sections.map(({ name }) => name).filter((name) => !named.has(name) && !named.has(tagOf(name) ?? "-"));
    expect(unnamed.filter((name) => !name.startsWith("Box "))).toEqual([]);
    for (const { box, kind, text } of drawn(model, view, 1).labels) {
      if (kind !== "name") continue;
      const [cos, sin] = [Math.abs(Math.cos(box.angle)), Math.abs(Math.sin(box.angle))];
      const half = box.halfWidth * cos + box.halfHeight * sin;
      expect([text, box.x - half > 0 && box.x + half < view.width]).toEqual([text, true]);
    }
  });

  it("fills the width or the height that there is", () => {
    for (const view of views) {
      const { camera } = drawn(model, view, 1);
      const [width, height] = [(model.box.right - model.box.left) * camera.k, (model.box.bottom - model.box.top) * camera.k];
      const full = width > view.width - 2 * view.side - 1 || height > view.height - 125 || camera.k >= 4;
      expect(full).toBe(true);
    }
  });
});

describe.each([...models, { name: mixedHall.name, model: modelOf(mixedHall) }])("sections of $name", ({ model }) => {
  it("keeps each section's shape off all other sections' seats", () => {
    const crossed = new Set<string>();
    for (const section of model.sections) {
      for (let i = 0; i < model.count; i += 1) {
        if (i >= section.start && i < section.end) continue;
        const touched = section.rings.some((ring) => touchesDisc(ring, model.xs[i]!, model.ys[i]!, 4));
        if (touched) crossed.add(`${section.name} lies on ${model.sections[model.sectionOf[i]!]!.name}`);
      }
    }
    expect([...crossed]).toEqual([]);
  });
});

describe("numbers in seats", () => {
  it("stay inside their seat, or are left out", () => {
    for (const text of ["7", "42", "117", "Rollstuhl-001"]) {
      for (let pitch = 18; pitch < 64; pitch += 3) {
        const size = seatLabelSize(text, pitch, measure);
        if (size !== null) expect(measure(text, size, 600)).toBeLessThanOrEqual(pitch * 0.81);
      }
    }
    expect(seatLabelSize("Rollstuhl-001", 30, measure)).toBeNull();
  });
});

describe("a standing area", () => {
  it("says how many places are left", () => {
    const { model } = models.at(-1)!;
    const wish: string[] = [];
    const scene = { model, camera: { k: 1, x: 0, y: 0 }, occupancy: occupancy(model, new Uint8Array(model.count)) };
    plateWish(scene as unknown as Scene, model.sections[0]!, (text) => wish.push(text));
    expect(wish.join(" ")).toContain("800 left");
  });
});

describe.each(venues)("the small picture of $name", (venue) => {
  it("lays no name over another, and names some section", () => {
    const sections = venue.sections.map((section, i) => ({ id: `s${i}`, ...section }));
    const names = pictureNames(generatePlan({ name: venue.name, sections, decorations: venue.decorations }));
    expect(names.length).toBeGreaterThan(Math.min(2, sections.length) - 1);
    for (const [i, a] of names.entries()) {
      for (const b of names.slice(i + 1)) {
        const apartX = Math.abs(a.x - b.x) >= (a.text.length * a.size + b.text.length * b.size) * 0.3;
        expect(apartX || Math.abs(a.y - b.y) >= (a.size + b.size) / 2).toBe(true);
      }
    }
  });
});
