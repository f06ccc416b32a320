import { expect, it } from "vitest";
import { sayRateLimited } from "./http-rate-limit";

const refused = (error: string) =>
  new Response(JSON.stringify({ url: `http://localhost:3000/api/auth/error?error=${encodeURIComponent(error)}` }), {
    status: 401,
    headers: { "Set-Cookie": "a=1", "Content-Type": "application/json" },
  });

it("answers 429 and when to come back to who tried too often, with the same body", async () => {
  const response = await sayRateLimited(refused("RATE_LIMITED:899"));
  expect(response.status).toBe(429);
  expect(response.headers.get("Retry-After")).toBe("899");
  expect(response.headers.get("Set-Cookie")).toBe("a=1");
  expect(await response.json()).toHaveProperty("url");
});

it("leaves every other answer as it is", async () => {
  expect((await sayRateLimited(refused("WRONG_PASSWORD"))).status).toBe(401);
  const ok = new Response("RATE_LIMITED:9");
  expect(await sayRateLimited(ok)).toBe(ok);
});
