import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { testDb } from "~/test/harness/database";

testDb();

// The one route that reads as pages do asks Next for the request's headers.
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

const app = import.meta.dirname;
const files = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .sort();
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Handler = (request: Request, context: unknown) => Promise<Response>;
let routes: { file: string; method: string; handler: Handler }[];

beforeAll(async () => {
  const modules = await Promise.all(files.map(async (file) => ({ file, module: await import(path.join(app, file)) })));
  routes = modules.flatMap(({ file, module }) =>
    methods.filter((method) => method in module).map((method) => ({ file, method, handler: module[method] as Handler })),
  );
}, 120_000);

function ask({ file, method, handler }: (typeof routes)[number], headers: Record<string, string> = {}) {
  const address = `/${path.dirname(file)}`;
  const body = method === "GET" ? undefined : "{}";
  const names = [...address.matchAll(/\[(\.\.\.)?(\w+)\]/g)].map(([, many, name]) => [name, many ? ["session"] : "nothing"]);
  const params = Promise.resolve(Object.fromEntries(names));
  const url = `http://localhost:3000${address.replace("[trpc]", "user.endAllSessions").replace(/\[[^\]]+\]/g, "nothing")}`;
  const request = new Request(url, { method, body, headers: { "content-type": "application/json", host: "localhost:3000", ...headers } });
  return handler(Object.assign(request, { nextUrl: new URL(url), cookies: { getAll: () => [] } }), { params });
}

describe("every route", () => {
  it("is found", () => expect(files.length).toBeGreaterThan(14));

  it("answers with the headers of its kind, whatever it answers", async () => {
    for (const one of routes) {
      const { headers } = await ask(one);
      const where = `${one.method} ${one.file}`;
      expect(headers.get("x-content-type-options"), where).toBe("nosniff");
      expect(headers.get("content-security-policy"), where).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get("cross-origin-resource-policy"), where).toMatch(/^(same|cross)-origin$/);
      expect(headers.get("x-frame-options"), where).toBe("DENY");
    }
  });

  it("refuses what another site's page sends to change something", async () => {
    const changing = routes.filter(({ method }) => method !== "GET");
    expect(changing.length).toBeGreaterThan(4);
    for (const one of changing) {
      const answer = await ask(one, { origin: "https://evil.example" });
      expect(answer.status, `${one.method} ${one.file}`).toBe(403);
      expect(await answer.text()).toMatch(/another site's page/);
    }
  });
});
