import { Heart, LayoutDashboard, ShieldCheck, Ticket, UserRound } from "lucide-react";
import type { NavUser } from "./account-menu";

/** Where organizing begins for who is signed in; null where they organize nothing. */
export function organizerHref({ role, team }: Pick<NavUser, "role" | "team">): string | null {
  if (team === "DOOR") return "/organizer/doors";
  return team || role !== "USER" ? "/organizer/dashboard" : null;
}

/** The pages somebody reaches from the account menu. */
export function accountLinks(user: Pick<NavUser, "role" | "team">) {
  const desk = organizerHref(user);
  return [
    { href: "/my-bookings", label: "My bookings", icon: Ticket },
    { href: "/saved", label: "Saved events", icon: Heart },
    { href: "/profile", label: "Profile", icon: UserRound },
    ...(desk ? [{ href: desk, label: "Organizer", icon: LayoutDashboard }] : []),
    ...(user.role === "ADMIN" ? [{ href: "/admin", label: "Admin", icon: ShieldCheck }] : []),
  ];
}
