import { AppError } from "~/domain/errors";

/** Calls a minute: of one who is signed in or has a key, and of one address that is neither. */
export const LIMITS = { known: 6_000, unknown: 3_000 };
const WINDOW_MS = 60_000;
/** Windows kept; beyond, those that are over go. */
const KEPT = 20_000;

type Window = { used: number; endsAt: number };

/**
 * Counts calls of each caller in this process, in windows of a minute. It keeps a client that has gone wrong from
 * taking the others' share; what must be counted across processes (sign-ins, coupons) the services count themselves.
 */
export class CallLimit {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly factor = 1) {}

  /** Counts one call and says how it stands, as headers (draft-ietf-httpapi-ratelimit-headers). */
  count(who: string, perMinute: number, now = performance.now()): { headers: Record<string, string>; refusal: AppError | null } {
    const quota = perMinute * this.factor;
    const known = this.windows.get(who);
    const window = known && known.endsAt > now ? known : { used: 0, endsAt: now + WINDOW_MS };
    window.used++;
    if (window !== known) this.keep(who, window, now);
    // Whole: the sum of two fractions, less one of them, may be a hair more than the other.
    const leftMs = Math.round(window.endsAt - now);
    const headers = {
      "ratelimit-policy": `"default";q=${quota};w=60`,
      ratelimit: `"default";r=${Math.max(0, quota - window.used)};t=${Math.ceil(leftMs / 1_000)}`,
    };
    const refusal =
      window.used > quota
        ? new AppError("RATE_LIMITED", "That was too many calls. Please wait a moment.", { facts: { retryAfterMs: leftMs } })
        : null;
    return { headers, refusal };
  }

  private keep(who: string, window: Window, now: number): void {
    if (this.windows.size >= KEPT) {
      for (const [key, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(key);
      if (this.windows.size >= KEPT) this.windows.clear();
    }
    this.windows.set(who, window);
  }
}
