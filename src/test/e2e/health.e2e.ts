import { expect, test } from "./fixtures";

test("the product says that it is well", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok", database: "ok" });
});

test("the scheduler's address is closed to everybody else", async ({ request }) => {
  for (const authorization of ["", "Bearer undefined", "Bearer null"]) {
    const answer = await request.get("/api/cron/release-expired-holds", { headers: { authorization } });
    expect(answer.status()).toBe(401);
  }
});
