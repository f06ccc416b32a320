import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BASE62, formatApiKey, KEY_RANDOM_SIGNS, looksLikeApiKey } from "./api-key";

const random = "7Kq2mZx9LpT4vB8nR3sW6yH1cD5fGj";
const key = formatApiKey(random);

/** Six signs of base 62, the highest first. */
function written(number: number): string {
  return Array.from({ length: 6 }, (_, at) => BASE62[Math.floor(number / 62 ** (5 - at)) % 62]).join("");
}

describe("an API key", () => {
  it("begins with the shop's prefix and ends in a CRC-32, as secret scanners read it", () => {
    expect(random).toHaveLength(KEY_RANDOM_SIGNS);
    expect(key).toBe(`aisle_${random}${written(crc32(random))}`);
    expect(key).toMatch(/^aisle_[0-9A-Za-z]{36}$/);
    expect(looksLikeApiKey(key)).toBe(true);
    // A small checksum is written as long as a large one.
    const zeros = "0".repeat(KEY_RANDOM_SIGNS);
    expect(formatApiKey(zeros)).toBe(`aisle_${zeros}${written(crc32(zeros))}`);
  });

  it("is none with any one sign changed, cut off or added", () => {
    for (let at = "aisle_".length; at < key.length; at++) {
      const other = key[at] === "a" ? "b" : "a";
      expect([at, looksLikeApiKey(key.slice(0, at) + other + key.slice(at + 1))]).toEqual([at, false]);
    }
    for (const text of ["", random, key.slice(0, -1), `${key}0`, ` ${key}`, key.replace("aisle_", "other_"), key.replace("_", "-")]) {
      expect([text, looksLikeApiKey(text)]).toEqual([text, false]);
    }
  });
});
