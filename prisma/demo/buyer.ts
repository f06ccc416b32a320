/** What the demo buyer has bought, in this section; days are counted back from the moment of seeding. */
export const buyerBookings: {
  event: string;
  section: string;
  seats: number;
  daysAgo: number;
  cancelledDaysAgo?: number;
  couponCode?: string;
}[] = [
  { event: "virar", section: "Classic", seats: 2, daysAgo: 4 },
  { event: "night-buses", section: "Lower 108", seats: 4, daysAgo: 11, couponCode: "NIGHTBUS" },
  { event: "society-meeting", section: "House tables", seats: 2, daysAgo: 22 },
  { event: "dhrupad", section: "Stalls", seats: 2, daysAgo: 34 },
  { event: "veena", section: "Circle", seats: 2, daysAgo: 9, cancelledDaysAgo: 3 },
];

/** The other evening is still to be reviewed. */
export const buyerReview = {
  event: "dhrupad",
  rating: 5,
  comment:
    "Went because a friend had a spare afternoon, and stayed in my seat through the interval so as not to lose the mood. The younger brother's voice in the lowest octave is something I did not know a person could do.",
};
