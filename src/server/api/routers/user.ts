import {
  changePasswordSchema,
  deleteAccountSchema,
  endSessionSchema,
  factorCodeInput,
  removeSecondFactorSchema,
  startSecondFactorSchema,
  updateProfileSchema,
} from "~/schemas/account";
import { taxDetailsInput } from "~/schemas/invoice";
import { updatePreferencesSchema } from "~/schemas/preferences";
import { changePassword } from "~/server/services/account/change-password";
import { deleteAccount } from "~/server/services/account/delete-account";
import { exportData } from "~/server/services/account/export-data";
import { getPreferences, updatePreferences } from "~/server/services/account/preferences";
import { getProfile, updateProfile } from "~/server/services/account/profile";
import { confirmSecondFactor, startSecondFactor } from "~/server/services/account/second-factor/enrol";
import { getSecondFactor, removeSecondFactor, renewRecoveryCodes } from "~/server/services/account/second-factor/manage";
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
    const { db, actor, claims, ip } = ctx;
    const renewed = await changePassword({ db, actor, ip, sessionId: claims?.sessionId ?? null, ...input });
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
    await endAllSessions({ db: ctx.db, userId: ctx.actor.id, ip: ctx.ip });
    ctx.continueAs(null);
    return { ended: true };
  }),

  resendVerification: signedInProcedure.mutation(({ ctx: { db, actor } }) =>
    resendVerification({ db, actor }),
  ),

  secondFactor: signedInProcedure.query(({ ctx: { db, actor } }) => getSecondFactor({ db, actor })),

  startSecondFactor: signedInProcedure
    .input(startSecondFactorSchema)
    .mutation(({ ctx: { db, actor }, input }) => startSecondFactor({ db, actor, ...input })),

  confirmSecondFactor: signedInProcedure.input(factorCodeInput).mutation(async ({ ctx, input }) => {
    const { db, actor, ip, claims } = ctx;
    const { recoveryCodes, claims: renewed } = await confirmSecondFactor({ db, actor, ip, sessionId: claims?.sessionId ?? null, ...input });
    ctx.continueAs(renewed);
    return { recoveryCodes };
  }),

  removeSecondFactor: signedInProcedure.input(removeSecondFactorSchema).mutation(async ({ ctx: { db, actor, ip }, input }) => {
    await removeSecondFactor({ db, actor, ip, ...input });
    return { removed: true };
  }),

  renewRecoveryCodes: signedInProcedure
    .input(factorCodeInput)
    .mutation(({ ctx: { db, actor, ip }, input }) => renewRecoveryCodes({ db, actor, ip, ...input })),

  exportData: signedInProcedure.query(({ ctx: { db, actor, ip } }) => exportData({ db, actor, ip })),

  deleteAccount: signedInProcedure.input(deleteAccountSchema).mutation(async ({ ctx, input }) => {
    await deleteAccount({ db: ctx.db, actor: ctx.actor, ip: ctx.ip, password: input.password });
    ctx.continueAs(null);
    return { deleted: true };
  }),
});
