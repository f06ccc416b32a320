const format = new Intl.NumberFormat("en-IN", { style: "percent", maximumFractionDigits: 1 });

/** Basis points as people say them: 1250 is "12.5%". */
export function formatBps(bps: number): string {
  return format.format(bps / 10_000);
}
