"use client";

import type { TeamRole } from "~/domain/team";
import { OnDemand } from "~/lib/on-demand";
import { Avatar } from "./ui/avatar";

/** Who is signed in, as far as the bar needs to know; `team`: what they are in the team they work for. */
export type NavUser = { name: string; role: "USER" | "ORGANIZER" | "ADMIN"; team?: TeamRole };

export const avatarButton = "hidden size-11 place-items-center rounded-full md:grid";

const loadList = () => import("./account-menu-list").then((module) => module.AccountMenuList);

/** The avatar and what is behind it. */
export function AccountMenu({ user }: { user: NavUser }) {
  return (
    <OnDemand load={loadList} props={{ user }} popup="menu">
      {(opener) => (
        <button type="button" className={avatarButton} {...opener}>
          <Avatar name={user.name} />
          <span className="sr-only">Account of {user.name}</span>
        </button>
      )}
    </OnDemand>
  );
}
