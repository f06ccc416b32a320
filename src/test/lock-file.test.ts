import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Entry = { integrity?: string; resolved?: string; link?: boolean; inBundle?: boolean };

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
// The project itself, and what comes inside another's archive, are not downloaded.
const downloaded = Object.entries(packages).filter(([name, { link, inBundle }]) => name && !link && !inBundle);

it("says of everything that is downloaded, for whatever platform, what has to arrive", () => {
  expect(downloaded.length).toBeGreaterThan(500);
  expect(downloaded.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([name]) => name)).toEqual([]);
});

it("names no host: each machine asks its own registry", () => {
  expect(downloaded.filter(([, { resolved }]) => resolved).map(([name]) => name)).toEqual([]);
});
