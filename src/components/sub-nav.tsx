"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "~/lib/utils";

/** The pages of one area in a row, under the bar. The longest address that fits is where one is. */
export function SubNav({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string }[];
}) {
  const pathname = usePathname();
  const here = items
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
  const row = useRef<HTMLElement>(null);
  // On a phone the row is wider than the screen: where one is stands in its middle.
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current && link) row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
  }, [here]);
  return (
    <nav ref={row} aria-label={label} className="border-line no-scrollbar relative flex gap-6 overflow-x-auto border-b">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.href === here ? "page" : undefined}
          className={cn(
            "-mb-px inline-flex h-12 shrink-0 items-center border-b-2 font-medium transition-colors",
            item.href === here ? "border-ink text-ink" : "text-ink-soft hover:text-ink border-transparent",
          )}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
