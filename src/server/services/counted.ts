/** Long lists are counted so far: nobody turns to page 400, and counting on would read the whole table. */
const COUNTED = 10_000;

/** What Prisma's `count` of a long list takes. */
export const countedAtMost = { take: COUNTED + 1 };

/** A page of a long list: `total` stops at 10,000, and `more` says that there are more than that. */
export function pageOf<T>(input: { items: T[]; counted: number; page: number; limit: number }) {
  const { items, counted, page, limit } = input;
  const total = Math.min(counted, COUNTED);
  return { items, total, more: counted > COUNTED, page, pageCount: Math.ceil(total / limit) };
}
