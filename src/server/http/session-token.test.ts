import { decode, encode } from "next-auth/jwt";
import { expect, it } from "vitest";
import { readToken, writeToken } from "./session-token";

const secret = "one secret for this file";
const claims = { sub: "asha", sessionVersion: 3, sessionId: "s1" };

it("reads what NextAuth writes, and NextAuth reads what it writes", async () => {
  expect(readToken(await encode({ token: claims, secret }), secret)).toMatchObject(claims);
  expect(await decode({ token: writeToken(claims, secret, 60), secret })).toMatchObject({
    ...claims,
    jti: expect.any(String) as string,
  });
});

it("takes a token until its time is up, with 15 s for clocks that differ", () => {
  const token = writeToken(claims, secret, 60);
  expect(readToken(token, secret, Date.now() + 70_000)).toMatchObject(claims);
  expect(readToken(token, secret, Date.now() + 80_000)).toBeNull();
});

it("takes nothing that another secret made, nor one that was altered or says no end", async () => {
  const token = writeToken(claims, secret, 60);
  const parts = token.split(".");
  const swap = (index: number, text: string) => parts.map((part, i) => (i === index ? text : part)).join(".");
  const flipped = (part: string) => (part.startsWith("A") ? "B" : "A") + part.slice(1);
  const bad = [
    await encode({ token: claims, secret: "another" }),
    swap(3, flipped(parts[3]!)),
    swap(4, flipped(parts[4]!)),
    // A short tag is a weak one.
    swap(4, Buffer.from(parts[4]!, "base64url").subarray(0, 4).toString("base64url")),
    swap(0, Buffer.from('{"alg":"none"}').toString("base64url")),
    `${token}.x`,
    "",
    "a.b.c",
    `${parts[0]}....`,
  ];
  for (const one of bad) expect(readToken(one, secret)).toBeNull();
});
