export const seatStatuses = ["AVAILABLE", "HELD", "BOOKED", "BLOCKED"] as const;
export type SeatStatus = (typeof seatStatuses)[number];
