/** Who sells, as an invoice names them. */
export type Seller = {
  /** Whose series of numbers it is. */
  key: string;
  /** Four signs at the head of every number of the series. */
  code: string;
  legalName: string;
  address: string;
  stateCode: string;
  gstin: string | null;
};

/** What an invoice says of a booking. Amounts in paise, instants in ISO, UTC. */
export type BookingFactsForInvoice = {
  bookingNumber: string;
  buyer: { name: string; email: string; gstin?: string | null };
  /** GST state code of the venue; null where it has none. */
  placeOfSupply: string | null;
  event: { title: string; startsAt: string; timeZone: string; venue: string; city: string };
  items: { sectionName: string; pricePaise: number }[];
  subtotalPaise: number;
  discountPaise: number;
  taxPaise: number;
  totalPaise: number;
};
