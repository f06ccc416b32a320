import { expect, it } from "vitest";
import { circles, folderImports } from "./folder-circles";

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));

it("sees folders that import each other, the long way round too", () => {
  expect(circles(graph({ a: ["b"], b: ["c"], c: ["d"] }))).toEqual([]);
  expect(circles(graph({ a: ["b", "x"], b: ["c"], c: ["a"], x: ["y"], y: ["x"] }))).toEqual([["x", "y"], ["a", "b", "c"]]);
});

it("finds no circle between the folders of services", () => {
  const imports = folderImports("src/server/services");
  expect(imports.get("src/server/services/sale/bookings")).toContain("src/server/services/sale/seats");
  expect(circles(imports)).toEqual([]);
});
