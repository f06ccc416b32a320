/** SQLSTATE of `refuse_sale`, by which a function in the database undoes its transaction and says why. */
const REFUSED = "AIS01";

type Loose = { code?: unknown; message?: unknown; originalCode?: unknown; originalMessage?: unknown; cause?: Loose; meta?: { driverAdapterError?: Loose } };

/** What a function in the database refused, with its facts; its transaction is rolled back. */
export class Refusal extends Error {
  constructor(
    readonly outcome: string,
    readonly facts: Record<string, unknown>,
  ) {
    super(outcome);
    this.name = "Refusal";
  }
}

/** The refusal that an error carries, as the driver or Prisma passes it on, or null. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  for (let e = error as Loose | undefined, depth = 0; e && depth < 5; depth++) {
    const said = e.code === REFUSED ? e.message : e.originalCode === REFUSED ? e.originalMessage : null;
    if (typeof said === "string") {
      const { outcome, ...facts } = JSON.parse(said) as { outcome: string };
      return new Refusal(outcome, facts);
    }
    e = e.cause ?? e.meta?.driverAdapterError;
  }
  return null;
}
