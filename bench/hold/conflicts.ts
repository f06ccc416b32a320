import { Client } from "pg";

const CONFLICTS = new Set(["40001", "40P01"]);

type Handler = (this: Client, message: { code?: string }) => void;

/**
 * Counts what PostgreSQL refuses as a conflict (40001, 40P01) on any connection of this process from now on, however
 * the statement was sent and whoever tries again. `stop` puts the driver back.
 */
export function countConflicts(): { count: () => number; stop: () => void } {
  const driver = Client.prototype as unknown as { _handleErrorMessage: Handler };
  const original = driver._handleErrorMessage;
  let conflicts = 0;
  driver._handleErrorMessage = function (message) {
    if (CONFLICTS.has(message.code ?? "")) conflicts++;
    original.call(this, message);
  };
  return { count: () => conflicts, stop: () => void (driver._handleErrorMessage = original) };
}
