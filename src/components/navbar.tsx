import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { organizerHref } from "./account-links";
import { AccountMenu, type NavUser } from "./account-menu";
import { Container } from "./container";
import { Logo } from "./logo";
import { MobileMenu } from "./mobile-menu";
import { NavLink, SignInLink } from "./nav-link";
import { ReadyLink } from "./ready-link";
import { ThemeToggle } from "./theme-toggle";
import { Button } from "./ui/button";

/** The bar on top of every page. `notifications` is the bell, given to who is signed in. */
export function Navbar({ user, notifications }: { user: NavUser | null; notifications?: ReactNode }) {
  const desk = user && organizerHref(user);
  return (
    <header className="bg-paper/92 border-line sticky top-0 z-40 border-b backdrop-blur-sm">
      <Container className="h-nav flex items-center gap-2">
        <ReadyLink href="/" aria-label="Aisle, home" className="rounded-control -ml-1 flex h-11 items-center px-1">
          <Logo />
        </ReadyLink>
        <nav aria-label="Main" className="ml-6 hidden items-center gap-1 md:flex">
          <NavLink href="/events">Events</NavLink>
          {user && <NavLink href="/my-bookings">My bookings</NavLink>}
          {desk && <NavLink href={desk}>Organizer</NavLink>}
          {user?.role === "ADMIN" && <NavLink href="/admin">Admin</NavLink>}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <Button asChild variant="ghost" size="icon">
            <ReadyLink href="/events?focus=search" aria-label="Search events">
              <Search aria-hidden />
            </ReadyLink>
          </Button>
          <ThemeToggle />
          {user ? (
            <>
              {notifications}
              <AccountMenu user={user} />
            </>
          ) : (
            <div className="ml-2 hidden items-center gap-2 md:flex">
              <SignInLink />
            </div>
          )}
          <MobileMenu user={user} />
        </div>
      </Container>
    </header>
  );
}
