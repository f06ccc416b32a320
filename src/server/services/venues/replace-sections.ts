import type { AuditAction } from "~/domain/audit-words";
import type { z } from "zod";
import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { SectionLayout } from "~/domain/seating/plan/seating-plan";
import type { updateVenueInput } from "~/schemas/venue";
import type { Tx } from "~/server/db/db";
import { audit, changesOf } from "../audit";
import { sectionSelect } from "./venue-rules";

type Given = NonNullable<z.output<typeof updateVenueInput>["sections"]>[number];
type Known = { id: string; position: number; layout: unknown };

/**
 * Makes a venue's sections these, in this order: all of it or, with the transaction, nothing.
 * @returns whether anything changed
 * @throws AppError NOT_FOUND (a section that is not the venue's), INVALID_INPUT (two of one name)
 */
export async function replaceSections(input: {
  tx: Tx;
  actor: Actor;
  venueId: string;
  sections: readonly Given[];
}): Promise<boolean> {
  const { tx, actor, venueId, sections } = input;
  assertNamedOnce(sections);
  const known = await tx.section.findMany({
    where: { venueId },
    select: { ...sectionSelect, position: true },
  });
  const byId = new Map(known.map((section) => [section.id, section]));
  if (sections.some(({ id }) => id && !byId.has(id))) throw notFound("section");

  const after = sections.map((section, position) => toRow(section, position, byId.get(section.id ?? "")));
  const gone = known.filter(({ id }) => !sections.some((section) => section.id === id));
  const changed = after.filter(({ id, ...row }) => id && differs(byId.get(id)!, row));
  const made = after.filter(({ id }) => !id);
  const record = (action: AuditAction, entityId: string, facts: { before?: object; after?: object }) =>
    audit(tx, { actor, action, entity: "section", entityId, ...facts });

  for (const { id, ...before } of gone) {
    await tx.section.delete({ where: { id }, select: { id: true } });
    await record("section.remove", id, { before });
  }
  // Two sections may change names: out of one another's way first.
  for (const { id } of changed)
    await tx.section.update({ where: { id }, data: { name: ` ${id}` }, select: { id: true } });
  for (const { id, ...row } of changed) {
    await tx.section.update({ where: { id }, data: row, select: { id: true } });
    await record("section.update", id!, changesOf<object>(byId.get(id!)!, row));
  }
  for (const { id: _none, ...row } of made) {
    const { id } = await tx.section.create({ data: { ...row, venueId }, select: { id: true } });
    await record("section.add", id, { after: { venueId, ...row } });
  }
  return gone.length + changed.length + made.length > 0;
}

/** The seats of an imported section are its layout's; a form that does not know them leaves them as they are. */
function toRow({ id, priceMultiplier, layout, ...fields }: Given, position: number, known?: Known) {
  const { rows } = (known?.layout ?? {}) as SectionLayout;
  return {
    id,
    ...fields,
    position,
    priceMultiplierBps: Math.round(priceMultiplier * 10_000),
    layout: rows ? { ...layout, rows } : layout,
  };
}

function differs(before: object, after: object): boolean {
  return Object.keys(changesOf<object>(sorted(before), sorted(after)).after).length > 0;
}

/** PostgreSQL gives the keys of JSON in an order of its own. */
function sorted<T>(value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner as unknown)])) as T;
}

function assertNamedOnce(sections: readonly Given[]): void {
  const names = sections.map((section) => section.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new AppError("INVALID_INPUT", `Two sections are named ${twice}.`, { field: "sections" });
}
