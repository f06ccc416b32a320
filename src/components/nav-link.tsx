"use client";

import { usePathname } from "next/navigation";
import { cn } from "~/lib/utils";
import { ReadyLink } from "./ready-link";
import { Button } from "./ui/button";

/** A link of the bar; it knows when one is there. */
export function NavLink({
  href,
  children,
  className,
}: {
  href: string;
  children: string;
  className?: string;
}) {
  const pathname = usePathname();
  const here = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <ReadyLink
      href={href}
      aria-current={here ? "page" : undefined}
      className={cn(
        "rounded-control hover:bg-surface flex h-11 items-center px-3 font-medium transition-colors",
        here ? "text-ink" : "text-ink-soft hover:text-ink",
        className,
      )}
    >
      {children}
    </ReadyLink>
  );
}

/** Sign in and come back to this page. */
export function SignInLink({ className }: { className?: string }) {
  const pathname = usePathname();
  const away = pathname === "/" || pathname === "/login" || pathname === "/register";
  const href = away ? "/login" : `/login?callbackUrl=${encodeURIComponent(pathname)}`;
  return (
    <Button asChild variant="secondary" className={className}>
      <ReadyLink href={href}>Sign in</ReadyLink>
    </Button>
  );
}
