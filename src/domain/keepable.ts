/** PostgreSQL keeps no NUL in texts, and no half of a surrogate pair in JSON. */
const UNKEEPABLE = /\0|\p{Cs}/u;
/** No form is nearly as deep; whoever sends more wants the stack to end. */
const MOST_DEEP = 100;

/**
 * Where what was sent holds something that cannot be kept: a text or a name with a sign that PostgreSQL does not take,
 * or more than a hundred objects in one another. Null where all of it can be kept.
 */
export function unkeepableAt(value: unknown, path: readonly (string | number)[] = []): readonly (string | number)[] | null {
  if (typeof value === "string") return UNKEEPABLE.test(value) ? path : null;
  if (typeof value !== "object" || value === null || value instanceof Date) return null;
  if (path.length >= MOST_DEEP) return path;
  for (const [key, inner] of Object.entries(value)) {
    if (UNKEEPABLE.test(key)) return path;
    const found = unkeepableAt(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}
