import { describe, expect, it, vi } from "vitest";
import { AppError, busy } from "~/domain/errors";
import { log } from "~/server/log";
import { route } from "./route";

const post = (headers: Record<string, string> = {}) => new Request("http://localhost:3000/x", { method: "POST", headers });
const failing = (error: unknown, kind: "api" | "file" = "api") =>
  route(kind, () => {
    throw error;
  })(post(), undefined);

describe("route", () => {
  it("leaves what the answer says of caching and of itself", async () => {
    const answer = await route("api", () => new Response("x", { headers: { "cache-control": "public, max-age=9" } }))(post(), undefined);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=9");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.text()).toBe("x");
  });

  it("says that private answers are nobody's to keep", async () => {
    const answer = await route("api", () => Response.json({}))(post(), undefined);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });

  it("does nothing for another site's page", async () => {
    const work = vi.fn(() => new Response());
    const answer = await route("api", work)(post({ origin: "https://evil.example" }), undefined);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ appCode: "FORBIDDEN" });
    expect(work).not.toHaveBeenCalled();
  });

  it("turns what is thrown into its status and sentence, and when to come back", async () => {
    const gone = await failing(new AppError("NOT_FOUND", "Not here."));
    expect([gone.status, await gone.json()]).toEqual([404, { message: "Not here.", appCode: "NOT_FOUND" }]);
    const full = await failing(busy("full"), "file");
    expect([full.status, full.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("writes our own faults down and tells nothing of them", async () => {
    const error = vi.spyOn(log, "error").mockReturnValue(undefined);
    const answer = await failing(new Error("secret table is missing"));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(error).toHaveBeenCalledTimes(1);
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
  });
});
