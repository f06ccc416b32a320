"use client";

import { LogOut, Menu, Ticket, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { signOut } from "~/lib/session-client";
import { accountLinks } from "./account-links";
import type { NavUser } from "./account-menu";
import { SignInLink } from "./nav-link";
import { Button } from "./ui/button";
import { Sheet, SheetContent, SheetTrigger } from "./ui/sheet";

const row =
  "border-line flex min-h-13 w-full items-center gap-3 border-b text-lg font-medium [&_svg]:size-5 [&_svg]:text-ink-soft";

/** The bar's links on phones, in a drawer. */
export function MobileMenuSheet({ user, defaultOpen }: { user: NavUser | null; defaultOpen: boolean }) {
  const [open, setOpen] = useState(defaultOpen);
  const links = [
    { href: "/events", label: "Events", icon: Ticket },
    ...(user ? accountLinks(user) : []),
  ];
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Menu" className="md:hidden">
          <Menu aria-hidden />
        </Button>
      </SheetTrigger>
      <SheetContent title={user ? user.name : "Aisle"} side="right">
        <nav aria-label="Menu" onClick={(event) => (event.target as Element).closest("a") && setOpen(false)}>
          <ul>
            {links.map(({ href, label, icon: Icon }) => (
              <li key={href}>
                <Link href={href} className={row}>
                  <Icon aria-hidden /> {label}
                </Link>
              </li>
            ))}
          </ul>
          {user ? (
            <button type="button" className={row} onClick={() => void signOut()}>
              <LogOut aria-hidden /> Sign out
            </button>
          ) : (
            <div className="mt-6 grid gap-2">
              <SignInLink />
              <Button asChild variant="ghost">
                <Link href="/register">
                  <UserRound aria-hidden /> Create an account
                </Link>
              </Button>
            </div>
          )}
        </nav>
      </SheetContent>
    </Sheet>
  );
}
