import { registerSchema } from "~/schemas/account";
import { register } from "~/server/services/account/register";
import { createRouter, publicProcedure } from "../trpc";

/** Opening an account. Signing in and out is NextAuth's, at /api/auth. */
export const authRouter = createRouter({
  register: publicProcedure
    .input(registerSchema)
    .mutation(({ ctx, input }) => register({ db: ctx.db, ip: ctx.ip, input })),
});
