import { z } from "zod";
import { roles } from "~/domain/permissions";
import { registerSchema, signInSchema } from "~/schemas/account";
import { register } from "~/server/services/account/register";
import { signIn } from "~/server/services/account/sign-in/sign-in";
import { issuePair, openTokens } from "~/server/services/tokens/issue-pair";
import { refreshPair } from "~/server/services/tokens/refresh-pair";
import { endpoint } from "../endpoint";
import { instant } from "../fields";
import { sample } from "../samples";

const pair = {
  accessToken: z.string().describe("Send it as `Authorization: Bearer ...`."),
  refreshToken: z.string().describe("Good for one new pair."),
  expiresAt: instant.describe("When the access token ends."),
};
const user = z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles) });
const signedIn = z.object({ user, ...pair });

const asha = { name: "Asha Rao", email: "asha@example.com" };
const tokens = { accessToken: sample.access, refreshToken: sample.refresh, expiresAt: "2026-12-08T14:00:00.000Z" };
const signedInExample = { user: { id: sample.userId, ...asha, role: "USER" }, ...tokens };

export const signInEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/auth/register",
    operationId: "register",
    tag: "Sign-in",
    summary: "Open an account",
    description: "A buyer's account, signed in at once. A mail asks them to confirm their address.",
    door: "open",
    input: registerSchema,
    answer: signedIn,
    status: 201,
    refusals: ["EMAIL_TAKEN", "WEAK_PASSWORD"],
    example: { input: { ...asha, password: "monsoon-lantern-42", phone: "+919876543210" }, answer: signedInExample },
    call: async ({ db, ip, userAgent }, input) => {
      const { id } = await register({ db, ip, input });
      return openTokens({ db, userId: id, ip, userAgent });
    },
    show: (result) => result,
    again: "once",
    resume: ({ db, ip, userAgent }, effect: { id: string }) => openTokens({ db, userId: effect.id, ip, userAgent }),
  }),
  endpoint({
    method: "POST",
    path: "/api/auth/login",
    operationId: "login",
    tag: "Sign-in",
    summary: "Sign in",
    description:
      "Ten wrong tries for one address in a quarter of an hour, and it has to wait. An account with a second factor is answered `SECOND_FACTOR_REQUIRED` after the right password: send both again with `code`.",
    door: "open",
    input: signInSchema,
    answer: signedIn,
    status: 200,
    refusals: ["WRONG_PASSWORD", "SECOND_FACTOR_REQUIRED"],
    statuses: { WRONG_PASSWORD: 401, SECOND_FACTOR_REQUIRED: 401 },
    example: { input: { email: asha.email, password: "monsoon-lantern-42" }, answer: signedInExample },
    call: async ({ db, ip, userAgent }, input) => {
      const { userId, sessionId } = await signIn({ db, ip, userAgent, ...input });
      return sessionId ? issuePair({ db, userId, sessionId }) : openTokens({ db, userId, ip, userAgent });
    },
    show: (result) => result,
  }),
  endpoint({
    method: "POST",
    path: "/api/auth/refresh-token",
    operationId: "refreshToken",
    tag: "Sign-in",
    summary: "Get the next pair of tokens",
    description:
      "A refresh token is good for one new pair. Where the answer was lost on the way, ask again: until something of the new pair was used, it is the very same pair. A token that comes after that is a copy: the sign-in ends and its owner is told.",
    door: "open",
    input: z.object({ refreshToken: z.string().min(1, "The refresh token is missing.").max(2_000, "That is not a refresh token.") }),
    answer: z.object(pair),
    status: 200,
    refusals: ["UNAUTHORIZED"],
    example: { input: { refreshToken: sample.refresh }, answer: tokens },
    call: ({ db }, { refreshToken }) => refreshPair({ db, refreshToken }),
    show: (result) => result,
  }),
];
