import { pathToFileURL } from "node:url";

export type SeedOptions = {
  databaseUrl: string;
  log?: (line: string) => void;
  /** The moment that all dates count from. */
  now?: Date;
};

/**
 * Fills an empty database with the demo catalogue, in one transaction: all of it or none. One that knows a single
 * person, venue or event is left alone. Apart from the dates it writes the same every time.
 */
export async function seed({
  databaseUrl,
  log = () => undefined,
  now = new Date(),
}: SeedOptions): Promise<void> {
  const { createDb, makeDemo } = await product(databaseUrl);
  const db = createDb({ url: databaseUrl, poolSize: 1 });
  try {
    await makeDemo({ db, now, log });
  } finally {
    await db.$disconnect();
  }
}

/** The product's modules read the environment when they load: it must name a database, and need not before or after. */
async function product(databaseUrl: string) {
  const unset = !process.env.DATABASE_URL;
  if (unset) process.env.DATABASE_URL = databaseUrl;
  try {
    const [{ createDb }, { makeDemo }] = await Promise.all([
      import("../src/server/db/db"),
      import("./demo/make/demo"),
    ]);
    return { createDb, makeDemo };
  } finally {
    if (unset) delete process.env.DATABASE_URL;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { runCommand, withDatabase } = await import("../src/cli/with-database");
  await runCommand(() =>
    withDatabase(async (databaseUrl) => {
      await seed({ databaseUrl, log: console.log });
      return 0;
    }),
  );
}
