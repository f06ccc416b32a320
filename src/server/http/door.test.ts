import { expect, it } from "vitest";
import { Door } from "./door";

it("lets as many calls in as there is room for, and the next one once somebody leaves", () => {
  const door = new Door(8);
  const leave = door.enter(6, null);
  expect(door.enter(2, null)).not.toBeNull();
  expect(door.hasRoom(1, null)).toBe(false);
  expect(door.enter(1, null)).toBeNull();
  leave?.();
  // Going twice frees nobody else's place.
  leave?.();
  expect(door.enter(7, null)).toBeNull();
  expect(door.enter(6, null)).not.toBeNull();
});

it("gives one address a quarter of the places, and another its own", () => {
  const door = new Door(8);
  const leave = door.enter(1, "1.1.1.1");
  expect(door.enter(1, "1.1.1.1")).not.toBeNull();
  expect(door.enter(1, "1.1.1.1")).toBeNull();
  expect(door.enter(2, "2.2.2.2")).not.toBeNull();
  leave?.();
  expect(door.enter(1, "1.1.1.1")).not.toBeNull();
});

it("lets a batch in that is alone, though it brings more than its share", () => {
  const door = new Door(8);
  const leave = door.enter(10, "1.1.1.1");
  expect(leave).not.toBeNull();
  expect(door.enter(1, "2.2.2.2")).toBeNull();
  leave?.();
  expect(door.enter(8, "2.2.2.2")).not.toBeNull();
});
