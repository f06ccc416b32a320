import {
  changePasswordSchema,
  deleteAccountSchema,
  endSessionSchema,
  updateProfileSchema,
} from "~/schemas/account";
import { taxDetailsInput } from "~/schemas/invoice";
import { updatePreferencesSchema } from "~/schemas/preferences";
import { changePassword } from "~/server/services/account/change-password";
import { deleteAccount } from "~/server/services/account/delete-account";
import { exportData } from "~/server/services/account/export-data";
import { getPreferences, updatePreferences } from "~/server/services/account/preferences";
import { getProfile, updateProfile } from "~/server/services/account/profile";
import { endAllSessions, endSession, listSessions } from "~/server/services/account/sessions";
import { keepTaxDetails, readTaxDetails } from "~/server/services/account/tax-details";
import { resendVerification } from "~/server/services/account/verify-email";
import { createRouter, signedInProcedure } from "../trpc";

/** One's own account. */
export const userRouter = createRouter({
  profile: signedInProcedure.query(({ ctx: { db, actor } }) => getProfile({ db, actor })),

  updateProfile: signedInProcedure
    .input(updateProfileSchema)
    .mutation(({ ctx: { db, actor }, input }) => updateProfile({ db, actor, input })),

  preferences: signedInProcedure.query(({ ctx: { db, actor } }) => getPreferences({ db, actor })),

  updatePreferences: signedInProcedure
    .input(updatePreferencesSchema)
    .mutation(({ ctx: { db, actor }, input }) => updatePreferences({ db, actor, changes: input })),

  taxDetails: signedInProcedure.query(({ ctx: { db, actor } }) => readTaxDetails({ db, actor })),

  keepTaxDetails: signedInProcedure
    .input(taxDetailsInput)
    .mutation(({ ctx: { db, actor }, input }) => keepTaxDetails({ db, actor, details: input })),

  changePassword: signedInProcedure.input(changePasswordSchema).mutation(async ({ ctx, input }) => {
    const { db, actor, claims } = ctx;
    const renewed = await changePassword({ db, actor, sessionId: claims?.sessionId ?? null, ...input });
    ctx.continueAs(renewed);
    return { changed: true };
  }),

  sessions: signedInProcedure.query(({ ctx: { db, actor, claims } }) =>
    listSessions({ db, actor, sessionId: claims?.sessionId ?? null }),
  ),

  endSession: signedInProcedure
    .input(endSessionSchema)
    .mutation(({ ctx: { db, actor }, input }) => endSession({ db, actor, id: input.id })),

  endAllSessions: signedInProcedure.mutation(async ({ ctx }) => {
    await endAllSessions({ db: ctx.db, userId: ctx.actor.id });
    ctx.continueAs(null);
    return { ended: true };
  }),

  resendVerification: signedInProcedure.mutation(({ ctx: { db, actor } }) =>
    resendVerification({ db, actor }),
  ),

  exportData: signedInProcedure.query(({ ctx: { db, actor } }) => exportData({ db, actor })),

  deleteAccount: signedInProcedure.input(deleteAccountSchema).mutation(async ({ ctx, input }) => {
    await deleteAccount({ db: ctx.db, actor: ctx.actor, password: input.password });
    ctx.continueAs(null);
    return { deleted: true };
  }),
});
