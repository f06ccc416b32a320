import { z } from "zod";
import { SHOWINGS_A_CALL } from "~/domain/showings";
import { id, instant, lines } from "./common";

const many = `Choose ${SHOWINGS_A_CALL} showings a call at most.`;
const ids = z.array(id).min(1, "Choose at least one showing.").max(SHOWINGS_A_CALL, many);

export const addShowingsInput = z.object({ eventId: id, startsAts: z.array(instant).min(1, "Choose at least one time.").max(SHOWINGS_A_CALL, many) });
export const showingsInput = z.object({ ids });
export const alignShowingsInput = showingsInput.extend({ eventId: id });
export const moveShowingsInput = showingsInput.extend({
  minutes: z
    .int()
    .min(-1_440, "A day earlier at most.")
    .max(1_440, "A day later at most.")
    .refine((minutes) => minutes !== 0, "Say by how much."),
});
export const cancelShowingsInput = showingsInput.extend({ reason: lines(300).optional() });
