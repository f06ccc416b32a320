/** The ids that examples speak of: one evening, from a venue to a ticket. A test replays them in this shop. */
export const sample = {
  userId: "0199f2a4-5d10-7cc0-8a52-6f0c2b7e1a01",
  eventId: "0199f2a4-5d10-7cc0-8a52-6f0c2b7e1a02",
  draftId: "0199f2a4-5d10-7cc0-8a52-6f0c2b7e1a03",
  venueId: "0199f2a4-5d10-7cc0-8a52-6f0c2b7e1a04",
  newVenueId: "0199f2a4-5d10-7cc0-8a52-6f0c2b7e1a05",
  bookingId: "5b0f1c9e-6a0d-4b37-9a55-0f5d3f3b7a06",
  sectionId: "Vt3nGq0xYz",
  newSectionId: "Kp9sLm2wQe",
  seats: ["26f-0", "26f-1"],
  access: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMTk5In0.access",
  refresh: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMTk5In0.refresh",
  ticketCode: "A2-2Y7R3K9QW0T4M6V8C1P5X0DZJB",
  orderId: "order_Q3f8ZkT1",
  paymentId: "pay_Q3f9BxR7",
} as const;
