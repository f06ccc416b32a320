import { z } from "zod";
import { teamRoles } from "~/domain/team";
import { emailSchema } from "./account";
import { id } from "./common";

const role = z.enum(teamRoles);

export const inviteInput = z.object({ email: emailSchema, role });
export const invitationInput = z.object({ id });
export const memberInput = z.object({ memberId: id });
export const teamRoleInput = memberInput.extend({ role });
export const chooseTeamInput = z.object({ ownerId: id.nullable() });
export const leaveTeamInput = z.object({ ownerId: id });
