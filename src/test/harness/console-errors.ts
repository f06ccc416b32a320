import { format } from "node:util";
import { vi } from "vitest";

let seen: string[] = [];

/** Every test fails that leaves something here; one that means to cause an error takes it away. */
export const consoleErrors = {
  watch(): void {
    seen = [];
    vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => void seen.push(format(...parts)));
  },
  /** What was written to console.error since the test began or since the last call. */
  take(): string[] {
    const taken = seen;
    seen = [];
    return taken;
  },
};
