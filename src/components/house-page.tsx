import Link from "next/link";
import type { ReactNode } from "react";
import { Container } from "./container";
import { Button } from "./ui/button";

/** Rows of empty seats, one missing: the picture of a page that isn't there. */
function EmptyRows() {
  const seats = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 9 }, (_, column) => ({ row, column })),
  ).flat();
  return (
    <svg viewBox="0 0 290 216" aria-hidden className="w-full max-w-sm">
      {seats.map(({ row, column }) => {
        const x = 10 + column * 30;
        const y = 10 + row * 34;
        const missing = row === 3 && column === 5;
        return missing ? (
          <rect
            key={`${row}-${column}`}
            x={x}
            y={y}
            width="22"
            height="24"
            rx="5"
            fill="none"
            stroke="var(--accent)"
            strokeWidth="2"
            strokeDasharray="4 4"
          />
        ) : (
          <path
            key={`${row}-${column}`}
            d={`M${x} ${y + 5}q0-5 5-5h12q5 0 5 5v14q0 5-5 5h-12q-5 0-5-5Z`}
            fill="var(--line)"
          />
        );
      })}
    </svg>
  );
}

/** A full page for when there is nothing to show: lost, broken, not allowed. */
export function HousePage({
  code,
  title,
  children,
  actions,
  primary,
}: {
  code?: string;
  title: string;
  children: ReactNode;
  actions: { href: string; label: string }[];
  primary?: ReactNode;
}) {
  return (
    <Container className="grid items-center gap-12 py-16 sm:py-24 md:grid-cols-[1fr_auto]">
      <div>
        {code && <p className="figures text-ink-soft text-sm font-medium">{code}</p>}
        <h1 className="display mt-2 text-4xl sm:text-5xl">{title}</h1>
        <div className="text-ink-soft mt-4 max-w-prose text-lg">{children}</div>
        <div className="mt-8 flex flex-wrap gap-2">
          {primary}
          {actions.map(({ href, label }, i) => (
            <Button key={href} asChild size="lg" variant={i === 0 && !primary ? "primary" : "secondary"}>
              <Link href={href}>{label}</Link>
            </Button>
          ))}
        </div>
      </div>
      <EmptyRows />
    </Container>
  );
}
