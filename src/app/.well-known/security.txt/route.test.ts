import { expect, it } from "vitest";
import { GET } from "./route";

it("says where a hole is told of, and until when that holds (RFC 9116)", async () => {
  const answer = await GET(new Request("http://localhost:3000/.well-known/security.txt"), {});
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const text = await answer.text();
  expect(text).toMatch(/^Contact: mailto:[^<>\s]+@[^<>\s]+\n/);
  const expires = new Date(/^Expires: (.+)$/m.exec(text)![1]!).getTime();
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
});
