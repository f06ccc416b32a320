let expected: string | null = null;

/** Which payment page the buyer is led to from the seats: that page takes the focus, which the button left behind. */
export const arrival = {
  expect(bookingId: string): void {
    expected = bookingId;
  },
  /** Whether it is this one, once. */
  take(bookingId: string): boolean {
    const here = expected === bookingId;
    expected = null;
    return here;
  },
};
