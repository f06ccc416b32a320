import { z } from "zod";
import { securityKindNames } from "~/domain/security-event";
import { roles } from "~/domain/permissions";
import { id, instant, line, paging } from "./common";

const search = line(100).optional();

export const listUsersInput = z.object({
  search,
  role: z.enum(roles).optional(),
  suspended: z.boolean().optional(),
  ...paging,
});
export const setRoleInput = z.object({ userId: id, role: z.enum(roles, { error: "Choose a role." }) });
export const setSuspendedInput = z.object({ userId: id, suspended: z.boolean() });
export const clearSecondFactorInput = z.object({ userId: id });
export const setFeaturedInput = z.object({ id, featured: z.boolean() });

export const auditLogInput = z.object({
  /** "event.cancel", or the beginning of it: "event". */
  action: line(60).optional(),
  entity: line(40).optional(),
  entityId: id.optional(),
  actorId: id.optional(),
  /** Words of the name or address of who did it. */
  person: search,
  from: instant.optional(),
  to: instant.optional(),
  ...paging,
});

export const securityLogInput = z.object({
  kind: z.enum(securityKindNames).optional(),
  /** Words of a name or mail address. */
  person: search,
  /** Of the network. */
  address: line(64).optional(),
  from: instant.optional(),
  to: instant.optional(),
  ...paging,
});

export const outboxStatuses = ["PENDING", "SENDING", "SENT", "FAILED", "DROPPED"] as const;
export const listOutboxInput = z.object({ search, status: z.enum(outboxStatuses).optional(), ...paging });
export const outboxMessageInput = z.object({ id });

export type AuditLogInput = z.infer<typeof auditLogInput>;
export type SecurityLogInput = z.infer<typeof securityLogInput>;
export type ListUsersInput = z.infer<typeof listUsersInput>;
export type ListOutboxInput = z.infer<typeof listOutboxInput>;
