import { expect, it } from "vitest";
import { inWords } from "./duration";

it.each([
  [1, "1 second"],
  [59_001, "1 minute"],
  [899_500, "15 minutes"],
  [3_600_000, "60 minutes"],
  [5_400_001, "2 hours"],
])("%i ms is %s", (ms, words) => expect(inWords(ms)).toBe(words));
