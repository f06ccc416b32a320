/**
 * Shares: while it is offline a device admits by itself only its own part of the tickets, so that two offline doors
 * never let one in both. Tickets fall into 30 parts by the first byte of their digest; a share is a bit mask of parts.
 */
export const PARTS = 30;
export const ALL_PARTS = 2 ** PARTS - 1;

/** A device that heard nothing for so long (ms) has no share any more, and the server gives it to others. */
export const SHARE_LEASE_MS = 6 * 3_600_000;

/** Whether a ticket is of this share. `digest` as in ticket-list.ts. */
export function isOfShare(share: number, digest: Uint8Array): boolean {
  return (share & (1 << (digest[0]! % PARTS))) !== 0;
}

export type ShareQuestion = {
  /** What the device says it holds now. */
  held: number;
  /** What the server may have told it before: a device that claims more is not believed. */
  granted: number;
  /** Of each other device: everything it may believe to hold. */
  others: readonly number[];
};

/**
 * The device's next share, and all that it may believe until it speaks again: the answer may be lost, so what it holds
 * now stays granted as well. Nothing that another device may believe to hold is given; a device that has more than
 * its fair part gives the rest up, and others get it once this one has said that it knows.
 */
export function nextShare({ held, granted, others }: ShareQuestion): { share: number; granted: number } {
  const own = held & granted;
  const taken = others.reduce((sum, mask) => sum | mask, 0);
  const fair = Math.ceil(PARTS / (others.length + 1));
  let share = 0;
  for (const part of [...partsOf(own & ~taken), ...partsOf(ALL_PARTS & ~taken & ~own)]) {
    if (partsOf(share).length === fair) break;
    share |= 1 << part;
  }
  return { share, granted: own | share };
}

function partsOf(mask: number): number[] {
  return Array.from({ length: PARTS }, (_, part) => part).filter((part) => (mask & (1 << part)) !== 0);
}
