import { X } from "lucide-react";
import { allIn, allInShares, GST_BPS, rateOf } from "~/domain/tax";
import { formatPaise, sumPaise } from "~/domain/money";
import type { QuoteLine } from "~/domain/pricing";
import { seatName } from "~/domain/seating/seat-name";
import { cn } from "~/lib/utils";

export type SummaryOrder = {
  lines: readonly QuoteLine[];
  subtotalPaise: number;
  discountPaise: number;
  taxPaise: number;
  totalPaise: number;
  couponCode?: string | null;
};

type Group = { sectionId: string; section: string; lines: QuoteLine[] };

/** The lines by section, in their order. */
export function groupLines(lines: readonly QuoteLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const group = groups.get(line.sectionId) ?? { sectionId: line.sectionId, section: line.section, lines: [] };
    group.lines.push(line);
    groups.set(line.sectionId, group);
  }
  return [...groups.values()];
}

/**
 * What is bought and what it costs: seats by section at the prices the map shows, the coupon, the total, and the GST in it
 * (paise).
 * With `onRemove`, each seat carries the cross that lets it go.
 */
export function BookingSummary({
  order,
  onRemove,
  className,
}: {
  order: SummaryOrder;
  onRemove?: (seatId: string) => void;
  className?: string;
}) {
  const groups = groupLines(order.lines);
  const taxBps = rateOf(order);
  const shares = allInShares(groups.map(({ lines }) => sumPaise(lines.map((line) => line.pricePaise))), taxBps);
  const offPaise = allIn(order.subtotalPaise, taxBps) - order.totalPaise;
  return (
    <div className={className}>
      <ul className="divide-line divide-y" aria-label="Your seats">
        {groups.map((group, index) => (
          <li key={group.sectionId} className="py-3 first:pt-0">
            <div className="flex items-baseline justify-between gap-4">
              <p className="min-w-0 font-medium">{group.section}</p>
              <p className="figures">{formatPaise(shares[index] ?? 0)}</p>
            </div>
            <ul className="mt-2 flex flex-wrap gap-2">
              {group.lines.map((line) => (
                <SeatChip key={line.seatId} line={line} onRemove={onRemove} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <dl className="border-line grid gap-1.5 border-t pt-3">
        {order.discountPaise > 0 && (
          <Amount label={order.couponCode ? `Coupon ${order.couponCode}` : "Discount"} paise={-offPaise} className="text-success" />
        )}
        <div className="flex items-baseline justify-between gap-4">
          <dt className="font-semibold">
            Total <span className="text-ink-soft text-sm font-normal">all in</span>
          </dt>
          <dd className="figures text-price text-2xl font-semibold" data-testid="total">
            {formatPaise(order.totalPaise)}
          </dd>
        </div>
        {/* A seller who is not registered adds none. */}
        {taxBps > 0 && (
          <div className="text-ink-soft flex items-baseline justify-between gap-4 text-sm">
            <dt>
              {`GST ${GST_BPS / 100}%`}
              <span> in it</span>
            </dt>
            <dd className="figures">{formatPaise(order.taxPaise)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function SeatChip({ line, onRemove }: { line: QuoteLine; onRemove?: (seatId: string) => void }) {
  const name = seatName(line.row, line.seat);
  const chip = "figures inline-flex items-center gap-1.5 rounded-full text-sm font-medium";
  if (!onRemove) return <li className={cn(chip, "bg-surface h-7 px-3")}>{name}</li>;
  return (
    <li>
      <button
        type="button"
        aria-label={`Let go of ${name}`}
        onClick={() => onRemove(line.seatId)}
        className={cn(chip, "touch-target border-line-strong hover:border-ink hover:bg-surface h-8 border pr-2 pl-3 transition-colors")}
      >
        {name}
        <X aria-hidden className="text-ink-soft size-4" />
      </button>
    </li>
  );
}

function Amount({ label, paise, className }: { label: string; paise: number; className?: string }) {
  return (
    <div className={cn("flex items-baseline justify-between gap-4", className)}>
      <dt className={cn(!className && "text-ink-soft")}>{label}</dt>
      <dd className="figures">{paise < 0 ? `−${formatPaise(-paise)}` : formatPaise(paise)}</dd>
    </div>
  );
}
