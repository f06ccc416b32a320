import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it, vi } from "vitest";

const env = vi.hoisted(() => ({ AISLE_LOCAL: true, NODE_ENV: "production" }));
vi.mock("~/env", () => ({ env }));
vi.mock("~/trpc/server", () => ({ api: { event: { list: async () => ({ items: [] }) } } }));

const src = path.resolve(import.meta.dirname, "../../..");
const filesOf = (folder: string) => readdirSync(path.join(src, folder)).filter((file) => /\.tsx$/.test(file) && !file.includes(".test."));

/** Stands for itself on every page, in the layout. */
const elsewhere = ["toaster", "toasts"];

it("shows every component of the kit", () => {
  const shown = filesOf("features/gallery")
    .map((file) => readFileSync(path.join(src, "features/gallery", file), "utf8"))
    .join("\n");
  const kit = filesOf("components/ui").map((file) => file.replace(".tsx", ""));
  expect(kit.length).toBeGreaterThan(30);
  expect(kit.filter((name) => !elsewhere.includes(name) && !shown.includes(`"~/components/ui/${name}"`))).toEqual([]);
});

it("is there on one's own machine, and nowhere in production", async () => {
  const { default: GalleryPage } = await import("./page");
  await expect(GalleryPage()).resolves.toBeTruthy();
  env.AISLE_LOCAL = false;
  await expect(GalleryPage()).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
});
