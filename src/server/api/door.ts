import { room } from "~/server/patience";

/**
 * Counts the calls that one process has under way; `enter` is null where it is full, else what to call on leaving.
 * Whoever comes on top is told BUSY before anything is done for them, so that those inside get their answer soon.
 */
export class Door {
  private inside = 0;

  constructor(private readonly most = room.calls) {}

  enter(): (() => void) | null {
    if (this.inside >= this.most) return null;
    this.inside++;
    return () => void this.inside--;
  }
}
