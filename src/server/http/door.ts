import { room } from "~/server/patience";

/** Of all places, one address has a quarter: a house with one address is a crowd, a script is not worth more. */
const SHARE = 1 / 4;

/**
 * Counts the calls that are inside, in all and from each address. Whoever comes on top is told BUSY before anything
 * is done for them, so that those inside get their answer soon.
 */
export class Door {
  private inside = 0;
  private readonly from = new Map<string, number>();
  private readonly mostFromOne: number;

  constructor(private readonly most: number) {
    this.mostFromOne = Math.ceil(most * SHARE);
  }

  /** Whether so many calls would be let in now. One request alone is let into an empty house, however many it brings. */
  hasRoom(calls: number, address: string | null): boolean {
    if (this.inside > 0 && this.inside + calls > this.most) return false;
    const theirs = address === null ? 0 : (this.from.get(address) ?? 0);
    return theirs === 0 || theirs + calls <= this.mostFromOne;
  }

  /**
   * Takes places for so many calls.
   * @param address whose they are; null where visitors cannot be told apart
   * @returns what to call on leaving; null where it is full
   */
  enter(calls: number, address: string | null): (() => void) | null {
    if (!this.hasRoom(calls, address)) return null;
    this.count(calls, address);
    let left = false;
    return () => {
      if (!left) this.count(-calls, address);
      left = true;
    };
  }

  private count(calls: number, address: string | null): void {
    this.inside += calls;
    if (address === null) return;
    const theirs = (this.from.get(address) ?? 0) + calls;
    if (theirs > 0) this.from.set(address, theirs);
    else this.from.delete(address);
  }
}

const shared = globalThis as unknown as { aisleDoor?: Door };

/**
 * The process's door.
 * @param workers processes that share the machine's places
 */
export function theDoor(workers: number): Door {
  return (shared.aisleDoor ??= new Door(Math.ceil(room.calls / workers)));
}
