import { fireEvent, render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { MapEngine } from "../control/map-engine";
import { buildSeatModel } from "../model/seat-model";
import { LassoLayer } from "./lasso-layer";

/** Three seats in a row, at twice their size, moved by (100, 50) on the screen. */
const engine = {
  model: buildSeatModel({
    planHash: "p",
    decorations: [],
    sections: [{ id: "s", name: "Stalls", pricePaise: 1, rows: [{ label: "A", seats: [0, 10, 20].map((x, i) => ({ id: `1-${i}`, label: `${i + 1}`, x, y: 0, flags: 0 })) }] }],
  }),
  scene: { camera: { k: 2, x: 100, y: 50 } },
} as unknown as MapEngine;

it("hands over the seats that a line was drawn round, and nothing for a mere press", () => {
  const onSeats = vi.fn();
  const { container } = render(<LassoLayer engine={engine} onSeats={onSeats} />);
  const layer = container.querySelector("svg")!;
  layer.setPointerCapture = () => undefined;
  const at = (clientX: number, clientY: number) => ({ clientX, clientY, button: 0, isPrimary: true });
  // Round the first two: on the screen at (100, 50) and (120, 50).
  fireEvent.pointerDown(layer, at(90, 40));
  for (const [x, y] of [[130, 40], [130, 60], [90, 60]] as const) fireEvent.pointerMove(layer, at(x, y));
  expect(layer.querySelector("polygon")).not.toBeNull();
  fireEvent.pointerUp(layer);
  expect(onSeats.mock.calls).toEqual([[[0, 1], false]]);
  expect(layer.querySelector("polygon")).toBeNull();
  fireEvent.pointerDown(layer, at(100, 50));
  fireEvent.pointerUp(layer);
  expect(onSeats).toHaveBeenCalledTimes(1);
});
