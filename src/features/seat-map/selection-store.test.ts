// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { createSelectionStore } from "./selection-store";

beforeEach(() => window.sessionStorage.clear());

describe("the selection", () => {
  it("outlives a reload of the tab, event by event", () => {
    const store = createSelectionStore("e1");
    store.choose("a", "A1 chosen");
    store.remember({ seatIds: ["b"], endsAtMs: 5 });
    expect(createSelectionStore("e1").get()).toMatchObject({
      chosen: ["a"],
      remembered: { seatIds: ["b"], endsAtMs: 5 },
    });
    expect(createSelectionStore("e2").get().chosen).toEqual([]);
  });

  it("leaves nothing behind once it is empty", () => {
    const store = createSelectionStore("e1");
    store.choose("a", "");
    store.letGo(["a"]);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it("reads what others left in the storage as nothing", () => {
    window.sessionStorage.setItem("aisle:seats:e1", '{"chosen":[1,"a"],"remembered":{"endsAtMs":"soon"}}');
    expect(createSelectionStore("e1").get()).toMatchObject({ chosen: ["a"], remembered: null });
    window.sessionStorage.setItem("aisle:seats:e1", "{");
    expect(createSelectionStore("e1").get().chosen).toEqual([]);
  });

  it("forgets what was lost once another seat is chosen", () => {
    const store = createSelectionStore("e1");
    store.choose("a", "");
    store.lose(["a"], "gone");
    expect(store.get()).toMatchObject({ chosen: [], lost: ["a"], notice: { tone: "warning", text: "gone" } });
    store.choose("b", "");
    expect(store.get()).toMatchObject({ chosen: ["b"], lost: [] });
  });
});
