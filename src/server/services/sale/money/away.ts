import { AppError } from "~/domain/errors";
import { GatewayError } from "~/server/gateways/gateway-error";

/**
 * For `.catch()`: a gateway that gave no answer, as a refusal a buyer understands.
 * @throws AppError UNAVAILABLE, else the error itself
 */
export function gatewayAway(error: unknown): never {
  if (!(error instanceof GatewayError)) throw error;
  throw new AppError(
    "UNAVAILABLE",
    "We cannot reach the bank right now. Please try again in a moment; if you have paid, your money is safe and we will tell you.",
    { logMessage: error.message, cause: error },
  );
}
