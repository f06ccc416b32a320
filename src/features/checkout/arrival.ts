import { tabStorage } from "~/lib/tab-storage";

const KEY = "aisle:arrival";

/**
 * Which payment page the buyer is led to from the seats: that page takes the focus, which the button left behind. It is
 * a document of its own (docs/decisions/0093), so that the tab keeps it in mind.
 */
export const arrival = {
  expect(bookingId: string): void {
    tabStorage.write(KEY, bookingId);
  },
  /** Whether it is this one, once. */
  take(bookingId: string): boolean {
    const here = tabStorage.read(KEY) === bookingId;
    tabStorage.write(KEY, null);
    return here;
  },
};
