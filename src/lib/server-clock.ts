/**
 * How far the server's clock is ahead of this device's, in ms, by an answer that carried the server's time.
 * A countdown adds it, so that it is right on a phone whose clock is not.
 *
 * @param serverNow the server's time in the answer (UTC)
 * @param receivedAtMs this device's `Date.now()` when the answer came
 */
export function clockOffsetMs(serverNow: Date | undefined, receivedAtMs: number): number {
  return serverNow ? serverNow.getTime() - receivedAtMs : 0;
}
