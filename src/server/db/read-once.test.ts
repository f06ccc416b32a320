import { afterAll, expect, it } from "vitest";
import { anotherDb } from "~/test/harness/database";
import { isDatabaseAway } from "./errors";
import { readOnce } from "./one-trip";

// One connection: whatever a statement leaves behind is met by the next.
const db = anotherDb(1);
const killer = anotherDb(1);
afterAll(() => Promise.all([db.$disconnect(), killer.$disconnect()]));

const read = <Row>(client: typeof db, { name, text }: { name: string; text: string }, values: unknown[]) => readOnce<Row>(client, { name, text, values });

type Backend = { pid: number };
const backend = async () => (await read<Backend>(db, { name: "pid", text: "SELECT pg_backend_pid() AS pid" }, []))[0]!.pid;

it("gives the rows, and prepares a text once", async () => {
  const sum = { name: "sum", text: "SELECT $1::int + $2::int AS sum" };
  expect(await read(db, sum, [1, 2])).toEqual([{ sum: 3 }]);
  expect(await read(db, sum, [3, 4])).toEqual([{ sum: 7 }]);
  const known = await read<{ name: string }>(db, { name: "known", text: "SELECT name FROM pg_prepared_statements" }, []);
  expect(known.filter(({ name }) => name === "sum")).toHaveLength(1);
});

it("keeps the connection where the database refuses a statement", async () => {
  const before = await backend();
  const wrong = read(db, { name: "wrong", text: "SELECT 1 / $1::int" }, [0]);
  await expect(wrong).rejects.toMatchObject({ code: "22012" });
  expect(await backend()).toBe(before);
});

it("takes another connection where its own was ended, and says that the database was away", async () => {
  const before = await backend();
  await killer.$queryRaw`SELECT pg_advisory_lock(90)::text`;
  const sleeping = read(db, { name: "wait", text: "SELECT pg_advisory_lock(90)::text" }, []);
  const refused = sleeping.then(
    () => null,
    (error: unknown) => error,
  );
  await killer.$queryRaw`SELECT pg_terminate_backend(${before}::int)`;
  expect(isDatabaseAway(await refused)).toBe(true);
  expect(await backend()).not.toBe(before);
});

it("asks a client in disguise as it is", async () => {
  const asked: string[] = [];
  const disguised = db.$extends({
    query: {
      $queryRawUnsafe: ({ args, query }) => {
        asked.push("asked");
        return query(args);
      },
    },
  });
  expect(await read(disguised as unknown as typeof db, { name: "x", text: "SELECT $1::int AS n" }, [5])).toEqual([{ n: 5 }]);
  expect(asked).toHaveLength(1);
});
