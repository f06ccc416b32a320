/** What somebody may do for an organizer they work for; each may all that those before it may. */
export const teamRoles = ["DOOR", "SELLER", "MANAGER"] as const;
export type TeamRole = (typeof teamRoles)[number];

/** As a team's member, or as the organizer themselves. */
export type Standing = TeamRole | "OWNER";

const rank: Record<Standing, number> = { DOOR: 0, SELLER: 1, MANAGER: 2, OWNER: 3 };

/** Whether `standing` is `least` or more. */
export function reaches(standing: Standing, least: Standing): boolean {
  return rank[standing] >= rank[least];
}

/** The role in a sentence, and what it may. */
export const standingWords: Record<Standing, { name: string; may: string }> = {
  DOOR: { name: "Door", may: "Scans tickets at the entrance" },
  SELLER: { name: "Seller", may: "Sees sales, orders and attendees, sends tickets again, scans at the door" },
  MANAGER: { name: "Manager", may: "Runs events, venues, coupons and refunds, and all that a seller may" },
  OWNER: { name: "Owner", may: "Everything, the team and the seller's details as well" },
};
