import { expect, it } from "vitest";
import { makeUser, PASSWORD } from "~/test/factories";
import { authBrowser } from "~/test/harness/browser";
import { testDb } from "~/test/harness/database";
import { GET } from "./route";

const db = testDb();
const ask = (cookie = "") =>
  GET(new Request("http://localhost:3000/api/account/export", { headers: { cookie } }), undefined);

it("gives who is signed in their own data as a file that no cache keeps", async () => {
  const user = await makeUser(db);
  const browser = authBrowser(db);
  await browser.signIn(user.email, PASSWORD);
  const response = await ask(browser.cookie());
  expect(response.headers.get("Content-Disposition")).toMatch(/^attachment/);
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  expect(await response.json()).toMatchObject({
    account: { email: user.email },
    sessions: [{ ip: "1.2.3.4" }],
  });
});

it("gives nothing to who is not, and tells who asks too often", async () => {
  expect((await ask()).status).toBe(401);
  const user = await makeUser(db);
  const browser = authBrowser(db);
  await browser.signIn(user.email, PASSWORD);
  for (let i = 0; i < 10; i++) await ask(browser.cookie());
  const response = await ask(browser.cookie());
  expect(response.status).toBe(429);
  expect(response.headers.get("Retry-After")).toMatch(/^\d+$/);
  expect(await response.text()).toMatch(/too many tries/);
});
