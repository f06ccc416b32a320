import { describe, expect, it } from "vitest";
import { localPath, loginPath } from "./local-path";

const shop = "https://tickets.example.com";

describe("localPath", () => {
  it.each([
    ["/profile", "/profile"],
    ["/events?city=Pune&page=2#top", "/events?city=Pune&page=2#top"],
    [`${shop}/booking/1`, "/booking/1"],
    ["events", "/events"],
  ])("keeps %s", (given, path) => expect(localPath(given, shop)).toBe(path));

  it.each([
    "https://evil.example/",
    "//evil.example/x",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "http:evil.example",
    "https://tickets.example.com.evil.example/",
    "https://tickets.example.com@evil.example/",
    "http://tickets.example.com/profile",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://[",
    "",
    null,
    undefined,
    "/login?callbackUrl=/x",
    "/register",
  ])("leads %s home", (given) => expect(localPath(given, shop)).toBe("/"));

  it("never answers what a browser reads as another host", () => {
    expect(localPath(`${shop}//evil.example/x`, shop)).toBe("/evil.example/x");
  });

  it("makes the way to the sign-in page and back", () => {
    expect(loginPath("/booking/1?seat=A1&b=2")).toBe("/login?callbackUrl=%2Fbooking%2F1%3Fseat%3DA1%26b%3D2");
  });
});
