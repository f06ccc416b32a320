/**
 * What went wrong between Aisle and the gateway:
 * - REFUSED: it answered no, and the same request will be refused again (a 4xx);
 * - BUSY: it asked us to come again (409, 429);
 * - UNKNOWN: no answer, half an answer or a 5xx: the work may have been done. Ask before doing anything else.
 */
export type GatewayFailure = "REFUSED" | "BUSY" | "UNKNOWN";

/** A gateway call that did not give its answer. Never shown to buyers as it is. */
export class GatewayError extends Error {
  override name = "GatewayError";

  constructor(
    readonly failure: GatewayFailure,
    message: string,
    readonly status: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether the gateway itself said no, for good. */
export function isRefusal(error: unknown): error is GatewayError {
  return error instanceof GatewayError && error.failure === "REFUSED";
}
