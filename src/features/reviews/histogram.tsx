/** How many gave five stars, four, ... one: as bars against the fullest, and as words. */
export function Histogram({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <dl aria-label="Reviews by stars" className="grid max-w-xs grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 text-sm">
      {counts
        .map((count, index) => ({ count, stars: index + 1 }))
        .reverse()
        .map(({ count, stars }) => (
          <div key={stars} className="contents">
            <dt className="figures text-ink-soft">
              {stars} <span className="sr-only">{stars === 1 ? "star" : "stars"}</span>
              <span aria-hidden>★</span>
            </dt>
            <dd aria-hidden className="bg-line h-1.5 min-w-32 overflow-hidden rounded-full">
              <div className="bg-ink h-full rounded-full" style={{ width: `${(count / most) * 100}%` }} />
            </dd>
            <dd className="figures text-right">{count}</dd>
          </div>
        ))}
    </dl>
  );
}
