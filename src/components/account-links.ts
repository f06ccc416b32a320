import { Heart, LayoutDashboard, ShieldCheck, Ticket, UserRound } from "lucide-react";
import type { NavUser } from "./account-menu";

/** The pages a role reaches from the account menu. */
export function accountLinks(role: NavUser["role"]) {
  return [
    { href: "/my-bookings", label: "My bookings", icon: Ticket },
    { href: "/saved", label: "Saved events", icon: Heart },
    { href: "/profile", label: "Profile", icon: UserRound },
    ...(role === "USER" ? [] : [{ href: "/organizer/dashboard", label: "Organizer", icon: LayoutDashboard }]),
    ...(role === "ADMIN" ? [{ href: "/admin", label: "Admin", icon: ShieldCheck }] : []),
  ];
}
