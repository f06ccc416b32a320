import { db, type Db } from "~/server/db/db";
import { patience } from "~/server/patience";

/** Whether the database answers in good time. */
export async function health(client: Db = db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience.healthMs)));
  const answer = client.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
