/**
 * Calls that one process has under way at most: about a second's work of the costliest of them on two cores.
 * Whoever comes on top is told BUSY before anything is done for them, so that those inside get their answer soon.
 */
const MOST_UNDER_WAY = 400;

/** Counts who is inside; `enter` is null where it is full, else what to call on leaving. */
export class Door {
  private inside = 0;

  constructor(private readonly most = MOST_UNDER_WAY) {}

  enter(): (() => void) | null {
    if (this.inside >= this.most) return null;
    this.inside++;
    return () => void this.inside--;
  }
}
