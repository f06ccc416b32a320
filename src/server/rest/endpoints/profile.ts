import { z } from "zod";
import { roles } from "~/domain/permissions";
import { changePasswordSchema, updateProfileSchema } from "~/schemas/account";
import { changePassword } from "~/server/services/account/change-password";
import { getProfile, updateProfile } from "~/server/services/account/profile";
import { endpoint } from "../endpoint";
import { sample } from "../samples";

const profile = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable().describe("E.164."),
  role: z.enum(roles),
  bookingCount: z.int().describe("Bookings that were paid for."),
});
const example = {
  id: sample.userId, name: "Asha Rao", email: "asha@example.com", phone: "+919876543210", role: "USER", bookingCount: 0,
};

export const profileEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/users/profile",
    operationId: "getProfile",
    tag: "Profile",
    summary: "Read one's profile",
    door: "user",
    input: z.object({}),
    answer: profile,
    status: 200,
    refusals: [],
    example: { input: {}, answer: example },
    call: ({ db, actor }) => getProfile({ db, actor }),
    show: (result) => result,
  }),
  endpoint({
    method: "PUT",
    path: "/api/users/profile",
    operationId: "updateProfile",
    tag: "Profile",
    summary: "Change one's profile",
    description: "What is left out stays; a phone of null takes it away.",
    door: "user",
    input: updateProfileSchema,
    answer: profile,
    status: 200,
    refusals: [],
    example: { input: { name: "Asha R. Rao" }, answer: { ...example, name: "Asha R. Rao" } },
    call: ({ db, actor }, input) => updateProfile({ db, actor, input }),
    show: (result) => result,
  }),
  endpoint({
    method: "PUT",
    path: "/api/users/change-password",
    operationId: "changePassword",
    tag: "Profile",
    summary: "Change one's password",
    description: "All other sessions and tokens end at once; the one that asks goes on.",
    door: "user",
    input: changePasswordSchema,
    answer: null,
    status: 204,
    refusals: ["WRONG_PASSWORD", "WEAK_PASSWORD"],
    example: { input: { currentPassword: "monsoon-lantern-42", newPassword: "lantern-monsoon-24" } },
    call: ({ db, actor, sessionId }, input) => changePassword({ db, actor, sessionId, ...input }),
    show: () => null,
    again: "once",
  }),
];
