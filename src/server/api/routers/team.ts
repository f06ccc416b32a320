import { chooseTeamInput, invitationInput, inviteInput, leaveTeamInput, memberInput, teamRoleInput } from "~/schemas/team";
import { createRouter, ownerProcedure, signedInProcedure } from "~/server/api/trpc";
import { chooseTeam, leaveTeam, myTeams } from "~/server/services/team/choose-team";
import { inviteToTeam, withdrawInvitation } from "~/server/services/team/invite";
import { acceptInvitation, declineInvitation, readInvitation } from "~/server/services/team/join-team";
import { listTeam, removeMember, setTeamRole } from "~/server/services/team/keep-team";

/** Who works for an organizer: the owner's side, and the side of who is asked. */
export const teamRouter = createRouter({
  list: ownerProcedure.query(({ ctx }) => listTeam(ctx)),
  invite: ownerProcedure.input(inviteInput).mutation(({ ctx, input }) => inviteToTeam({ ...ctx, ...input })),
  withdraw: ownerProcedure.input(invitationInput).mutation(({ ctx, input }) => withdrawInvitation({ ...ctx, ...input })),
  setRole: ownerProcedure.input(teamRoleInput).mutation(({ ctx, input }) => setTeamRole({ ...ctx, ...input })),
  remove: ownerProcedure.input(memberInput).mutation(({ ctx, input }) => removeMember({ ...ctx, ...input })),

  invitation: signedInProcedure.input(invitationInput).query(({ ctx, input }) => readInvitation({ ...ctx, ...input })),
  accept: signedInProcedure.input(invitationInput).mutation(({ ctx, input }) => acceptInvitation({ ...ctx, ...input })),
  decline: signedInProcedure.input(invitationInput).mutation(({ ctx, input }) => declineInvitation({ ...ctx, ...input })),
  mine: signedInProcedure.query(({ ctx }) => myTeams(ctx)),
  choose: signedInProcedure.input(chooseTeamInput).mutation(({ ctx, input }) => chooseTeam({ ...ctx, ...input })),
  leave: signedInProcedure.input(leaveTeamInput).mutation(({ ctx, input }) => leaveTeam({ ...ctx, ...input })),
});
