import superjson from "superjson";
import { expect, it } from "vitest";
import { AppError } from "~/domain/errors";
import { fromWire } from "./from-wire";

const sent = (value: unknown) => JSON.parse(JSON.stringify(superjson.serialize(value))) as unknown;

it.each([
  ["a plain input", { eventId: "e", seatIds: ["a", "b"], deep: { more: [1, null, "x"] } }],
  ["dates and undefined, wherever they stand", { at: new Date(5), left: undefined, list: [{ on: new Date(7) }], "a.b": new Date(9) }],
  ["a date alone", new Date(3)],
  ["nothing", undefined],
])("reads %s as superjson does", (_, value) => {
  expect(fromWire(sent(value))).toEqual(value);
});

const marked = (values: unknown, json: unknown = { x: "9" }) => ({ json, meta: { values } });

it.each([
  ["a number of any length", marked({ x: ["bigint"] })],
  ["an expression", marked({ x: ["regexp"] })],
  ["a set", marked({ x: ["set"] }, { x: [] })],
  ["a map inside", marked({ x: ["map", { "0.1": ["Date"] }] }, { x: [] })],
  ["bytes", marked({ x: [["typed-array", "Uint8Array"]] }, { x: [1] })],
  ["a class", marked({ x: [["class", "AppError"]] })],
  ["an address", marked(["URL"], "http://a")],
  ["a mark that is none", marked("Date")],
  ["too many marks", marked(Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`${i}`, ["Date"]])))],
  ["a path into what all objects share", marked({ "__proto__.x": ["Date"] })],
  ["no envelope", [1]],
  ["nothing at all", null],
])("refuses %s", (_, value) => {
  expect(() => fromWire(value)).toThrow(AppError);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

it("keeps what two places share apart", () => {
  const value = { json: { a: { n: 1 }, b: { n: 2 } }, meta: { referentialEqualities: { a: ["b"] } } };
  expect(fromWire(value)).toEqual({ a: { n: 1 }, b: { n: 2 } });
});

it("refuses, with its place, what PostgreSQL could not keep", () => {
  for (const text of ["a\0b", "\ud800"]) {
    expect(() => fromWire({ json: { seats: [{ note: text }] } })).toThrow(expect.objectContaining({ code: "INVALID_INPUT", field: "seats.0.note" }));
  }
});
