import { afterEach, expect, it, vi } from "vitest";
import { env } from "~/env";
import { pairOf, readToken } from "./token-pair";

const claims = { userId: "asha", sessionId: "phone", generation: 3 };

afterEach(() => void vi.useRealTimers());

it("reads a token as often as it is shown, and no longer than it lasts", async () => {
  const issuedAt = new Date();
  const { accessToken, refreshToken, expiresAt } = await pairOf(claims, issuedAt);
  for (let i = 0; i < 3; i++) expect(await readToken("access", accessToken)).toEqual(claims);
  expect(await readToken("refresh", refreshToken)).toEqual(claims);
  vi.useFakeTimers({ toFake: ["Date"], now: expiresAt.getTime() - 1_000 });
  expect(await readToken("access", accessToken)).toEqual(claims);
  vi.setSystemTime(expiresAt);
  expect(await readToken("access", accessToken)).toBeNull();
  vi.setSystemTime(issuedAt.getTime() + env.JWT_REFRESH_EXPIRES_IN * 1_000 + 1_000);
  expect(await readToken("refresh", refreshToken)).toBeNull();
});

it("never takes one kind for the other, nor a token with a sign changed", async () => {
  const { accessToken, refreshToken } = await pairOf(claims, new Date());
  expect(await readToken("access", accessToken)).toEqual(claims);
  expect(await readToken("refresh", accessToken)).toBeNull();
  expect(await readToken("access", refreshToken)).toBeNull();
  const [head, body, signature] = accessToken.split(".") as [string, string, string];
  const other = signature[5] === "A" ? "B" : "A";
  expect(await readToken("access", `${head}.${body}.${signature.slice(0, 5)}${other}${signature.slice(6)}`)).toBeNull();
});

it("gives the same pair for the same claims and moment", async () => {
  const issuedAt = new Date();
  expect(await pairOf(claims, issuedAt)).toEqual(await pairOf(claims, issuedAt));
});
