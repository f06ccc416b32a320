import fc from "fast-check";
import superjson from "superjson";
import { expect, it } from "vitest";
import { wire } from "./wire";

const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,6}$/).filter((name) => !["constructor", "prototype", "toJSON"].includes(name));
const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") });
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    date,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const sent = (what: unknown) => JSON.parse(JSON.stringify(what)) as never;

it("reads what the server's superjson writes, and the server's reads what it writes", () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(wire.deserialize(sent(superjson.serialize(given)))).toEqual(given);
      expect(superjson.deserialize(sent(wire.serialize(given)))).toEqual(given);
      expect(wire.serialize(given).json).toEqual(superjson.serialize(given).json);
    }),
    { numRuns: 500 },
  );
});

it("knows a key with a dot in it", () => {
  const given = { "a.b": { "c\\d": new Date(0) }, e: [new Date(1)] };
  expect(wire.deserialize(sent(wire.serialize(given)))).toEqual(given);
});

it("refuses what our API never says", () => {
  expect(() => wire.deserialize(sent(superjson.serialize({ a: new Set([1]) })))).toThrow("set is nothing that our API says");
});
