import {
  registerSchema,
  requestPasswordResetSchema,
  requestSignInCodeSchema,
  resetPasswordSchema,
  verifyEmailSchema,
} from "~/schemas/account";
import { register } from "~/server/services/account/register";
import { requestPasswordReset, resetPassword } from "~/server/services/account/reset-password";
import { requestSignInCode } from "~/server/services/account/sign-in/sign-in-code";
import { verifyEmail } from "~/server/services/account/verify-email";
import { createRouter, publicProcedure } from "../trpc";

/** Opening an account and getting back into it. Signing in and out is NextAuth's, at /api/auth. */
export const authRouter = createRouter({
  register: publicProcedure
    .input(registerSchema)
    .mutation(({ ctx, input }) => register({ db: ctx.db, ip: ctx.ip, input })),

  requestPasswordReset: publicProcedure
    .input(requestPasswordResetSchema)
    .mutation(({ ctx: { db, ip }, input }) => requestPasswordReset({ db, ip, ...input })),

  requestSignInCode: publicProcedure
    .input(requestSignInCodeSchema)
    .mutation(({ ctx: { db, ip }, input }) => requestSignInCode({ db, ip, ...input })),

  resetPassword: publicProcedure
    .input(resetPasswordSchema)
    .mutation(({ ctx: { db, ip }, input }) => resetPassword({ db, ip, ...input })),

  verifyEmail: publicProcedure
    .input(verifyEmailSchema)
    .mutation(({ ctx: { db, ip }, input }) => verifyEmail({ db, ip, ...input })),
});
