import { AppError } from "~/domain/errors";
import type { ControlDb } from "./database";
import { controlTransaction } from "./transaction";

export type Wish = { db: ControlDb; userId: string; eventId: string; seatId: string };

/** Two round trips. @throws AppError SEAT_TAKEN */
export async function controlHold({ db, userId, eventId, seatId }: Wish): Promise<void> {
  await controlTransaction(db, { isolationLevel: "Serializable", deadlineMs: 1_500 }, async (tx) => {
    const [row] = (await tx.$queryRaw`SELECT * FROM hold_seats(${userId}, ${eventId}, ${[seatId]}::text[], ${600}::float8, ${6}::int)`) as [
      { outcome: "HELD" | "SEAT_TAKEN" },
    ];
    if (row.outcome === "SEAT_TAKEN") throw new AppError("SEAT_TAKEN", "Someone was quicker with that seat.");
  });
}
