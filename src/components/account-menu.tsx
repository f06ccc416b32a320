"use client";

import { LayoutDashboard, LogOut, ShieldCheck, Ticket, UserRound } from "lucide-react";
import Link from "next/link";
import { signOut } from "~/lib/session-client";
import { Avatar } from "./ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "./ui/dropdown-menu";

/** Who is signed in, as far as the bar needs to know. */
export type NavUser = { name: string; role: "USER" | "ORGANIZER" | "ADMIN" };

/** The pages a role reaches from the account menu. */
export function accountLinks(role: NavUser["role"]) {
  return [
    { href: "/my-bookings", label: "My bookings", icon: Ticket },
    { href: "/profile", label: "Profile", icon: UserRound },
    ...(role === "USER" ? [] : [{ href: "/organizer/dashboard", label: "Organizer", icon: LayoutDashboard }]),
    ...(role === "ADMIN" ? [{ href: "/admin", label: "Admin", icon: ShieldCheck }] : []),
  ];
}

/** The avatar and what is behind it. */
export function AccountMenu({ user }: { user: NavUser }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`Account of ${user.name}`}
        className="hidden size-11 place-items-center rounded-full md:grid"
      >
        <Avatar name={user.name} />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>
          <span className="text-ink-soft block text-xs">Signed in as</span>
          <span className="font-medium">{user.name}</span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        {accountLinks(user.role).map(({ href, label, icon: Icon }) => (
          <DropdownMenuItem key={href} asChild>
            <Link href={href}>
              <Icon aria-hidden /> {label}
            </Link>
          </DropdownMenuItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden /> Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
