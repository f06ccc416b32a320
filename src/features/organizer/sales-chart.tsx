"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { SalesDay } from "~/domain/sales-day";
import { formatPaise } from "~/domain/money";
import { countOf } from "~/lib/words";
import { shortDay } from "./short-day";

const tick = { fill: "var(--ink-soft)", fontSize: 12 };
const compact = new Intl.NumberFormat("en-IN", { notation: "compact", maximumFractionDigits: 1 });

/** Sales day by day as bars. Its figures stand in the table twin too. */
export function SalesChart({ days }: { days: readonly SalesDay[] }) {
  return (
    <div className="h-64 w-full" aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...days]}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            tickFormatter={shortDay}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: "var(--line-strong)" }}
            minTickGap={28}
          />
          <YAxis
            tickFormatter={(paise: number) => `₹${compact.format(paise / 100)}`}
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={60}
          />
          <Tooltip cursor={{ fill: "var(--surface)" }} content={<DayTip />} />
          <Bar
            dataKey="salesPaise"
            fill="var(--ink)"
            radius={[3, 3, 0, 0]}
            maxBarSize={32}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function DayTip({ active, payload }: { active?: boolean; payload?: readonly { payload?: SalesDay }[] }) {
  const day = payload?.[0]?.payload;
  if (!active || !day) return null;
  return (
    <div className="bg-raised rounded-control shadow-float px-3 py-2 text-sm">
      <p className="text-ink-soft">{shortDay(day.day)}</p>
      <p className="figures font-semibold">{formatPaise(day.salesPaise)}</p>
      <p className="figures">{countOf(day.tickets, "ticket")}</p>
    </div>
  );
}
