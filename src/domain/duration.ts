/** "40 seconds", "12 minutes", "2 hours": rounded up, so that it is never too early. Takes milliseconds. */
export function inWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 60) return many(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? many(minutes, "minute") : many(Math.ceil(minutes / 60), "hour");
}

function many(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
