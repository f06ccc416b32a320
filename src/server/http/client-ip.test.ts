import { describe, expect, it } from "vitest";
import { clientIp } from "./client-ip";

const from = (value?: string) => new Headers(value === undefined ? {} : { "x-forwarded-for": value });

describe("the visitor's address", () => {
  it("is nobody's word without a proxy", () => expect(clientIp(from("1.2.3.4"), 0)).toBe("local"));
  it("is what the trusted proxy saw, not what the visitor sent", () => {
    expect(clientIp(from("6.6.6.6, 1.2.3.4"), 1)).toBe("1.2.3.4");
    expect(clientIp(from("6.6.6.6, 1.2.3.4, 10.0.0.1"), 2)).toBe("1.2.3.4");
  });
  it("is unknown where fewer proxies spoke than are trusted", () => {
    expect(clientIp(from("1.2.3.4"), 2)).toBe("local");
    expect(clientIp(from(), 1)).toBe("local");
  });
});
