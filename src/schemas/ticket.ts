import { z } from "zod";
import { id } from "./common";

export const ofBookingInput = z.object({ bookingId: id });
export const ofEventInput = z.object({ id });
