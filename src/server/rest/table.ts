import type { Endpoint } from "./endpoint";
import { bookingEndpoints } from "./endpoints/bookings";
import { checkInEndpoints } from "./endpoints/check-in";
import { eventEndpoints } from "./endpoints/events";
import { holdEndpoints } from "./endpoints/holds";
import { organizerEventEndpoints } from "./endpoints/organizer-events";
import { paymentEndpoints } from "./endpoints/payments";
import { profileEndpoints } from "./endpoints/profile";
import { reportEndpoints } from "./endpoints/reports";
import { signInEndpoints } from "./endpoints/sign-in";
import { venueEndpoints } from "./endpoints/venues";

/**
 * The public API's table of contents. Routing, checks, refusals, the OpenAPI document, the reference and the tests are
 * made from it; a new endpoint is one row in the file of its noun, and its line in src/test/rest-access-rules.ts.
 */
export const table: readonly Endpoint[] = [
  ...signInEndpoints,
  ...profileEndpoints,
  ...eventEndpoints,
  ...organizerEventEndpoints,
  ...reportEndpoints,
  ...checkInEndpoints,
  ...holdEndpoints,
  ...bookingEndpoints,
  ...paymentEndpoints,
  ...venueEndpoints,
];
