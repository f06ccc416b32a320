import type { ReactNode } from "react";
import { Container } from "~/components/container";

const rows = [60, 92, 124, 156, 188];

/** Rows of seats round a stage, one of them lit: yours. */
function House() {
  const seats = rows.flatMap((radius, row) => {
    const count = 9 + row * 4;
    return Array.from({ length: count }, (_, i) => {
      const angle = Math.PI * (0.08 + (0.84 * i) / (count - 1));
      return {
        key: `${row}-${i}`,
        x: (200 - radius * Math.cos(angle)).toFixed(1),
        y: (40 + radius * Math.sin(angle)).toFixed(1),
        turn: ((angle * 180) / Math.PI - 90).toFixed(1),
        mine: row === 2 && i === 10,
      };
    });
  });
  return (
    <svg viewBox="0 0 400 250" aria-hidden className="w-full">
      <path
        d="M150 30q50 14 100 0"
        fill="none"
        stroke="var(--ink-soft)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      {seats.map(({ key, x, y, turn, mine }) => (
        <rect
          key={key}
          x="-5"
          y="-5.5"
          width="10"
          height="11"
          rx="3"
          transform={`translate(${x} ${y}) rotate(${turn})`}
          fill={mine ? "var(--accent)" : "var(--line)"}
        />
      ))}
    </svg>
  );
}

/** The frame of the pages at the door: the form at the left, the house at the right where there is room. */
export function AuthPage({
  title,
  children,
  footer,
}: {
  title: string;
  children: ReactNode;
  footer: ReactNode;
}) {
  return (
    <Container className="grid gap-12 py-10 sm:py-16 md:grid-cols-[minmax(0,26rem)_1fr] lg:gap-24">
      <div className="mx-auto w-full max-w-md md:mx-0">
        <h1 className="display text-3xl sm:text-4xl">{title}</h1>
        <div className="mt-8">{children}</div>
        <div className="text-ink-soft mt-8">{footer}</div>
      </div>
      <div className="bg-surface rounded-card hidden items-center p-10 md:flex lg:p-16">
        <House />
      </div>
    </Container>
  );
}
