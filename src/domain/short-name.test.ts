import { expect, it } from "vitest";
import { shortName } from "./short-name";

it.each([
  ["Nikhil Mehta", "Nikhil M."],
  ["Asha", "Asha"],
  ["  Meera de  souza ", "Meera S."],
  ["अशा राव", "अशा रा."],
])("shows %s as %s", (name, short) => expect(shortName(name)).toBe(short));
