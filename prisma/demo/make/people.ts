import slugify from "@sindresorhus/slugify";
import { hash } from "bcryptjs";
import { accounts, crowd, DEMO_PASSWORD, regularNames } from "../people";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";
import { DAY_MS } from "./when";

export type Person = { id: string; name: string; createdAt: Date };

export type People = {
  /** By the key that other demo files use: "buyer", "demo", "other", "admin". */
  named: Record<string, Person>;
  regulars: Person[];
  crowd: Person[];
};

/** As many as the fullest event needs: nobody buys twice for one event. */
const CROWD_SIZE = 2_600;

type Row = Person & { email: string; phone: string | null; role: "USER" | "ORGANIZER" | "ADMIN" };

/** Everyone. They share one password and therefore one hash: bcrypt is slow by intent. */
export async function makePeople(seeding: Seeding): Promise<People> {
  const { tx, now, random } = seeding;
  const passwordHash = await hash(DEMO_PASSWORD, 10);
  const joined = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS - random.whole(0, DAY_MS));

  const named = accounts.map(({ key, joinedDaysAgo, ...account }) => {
    const createdAt = joined(joinedDaysAgo);
    return { key, row: { id: random.uuid(createdAt), phone: null, ...account, createdAt } satisfies Row };
  });
  const seen = new Set<string>();
  const buyer = (name: string): Row => {
    const createdAt = joined(random.whole(70, 400));
    return {
      id: random.uuid(createdAt),
      name,
      email: addressOf(name, seen),
      phone: phone(seeding),
      role: "USER",
      createdAt,
    };
  };
  const regulars = regularNames.map(buyer);
  const many = Array.from({ length: CROWD_SIZE }, () => {
    const region = random.pick(crowd);
    return buyer(`${random.pick(region.first)} ${random.pick(region.last)}`);
  });

  const rows = [...named.map(({ row }) => row), ...regulars, ...many];
  await insertRows(
    tx,
    "User",
    rows.map((row) => ({ ...row, passwordHash, emailVerifiedAt: row.createdAt, updatedAt: row.createdAt })),
  );
  return { named: Object.fromEntries(named.map(({ key, row }) => [key, row])), regulars, crowd: many };
}

function addressOf(name: string, seen: Set<string>): string {
  const base = slugify(name, { separator: "." });
  for (let number = 1; ; number++) {
    const address = `${base}${number === 1 ? "" : number}@example.test`;
    if (seen.has(address)) continue;
    seen.add(address);
    return address;
  }
}

function phone({ random }: Seeding): string | null {
  return random.next() < 0.6
    ? `+91${random.pick(["98", "99", "90", "88", "70"])}${random.code(8, "0123456789")}`
    : null;
}
