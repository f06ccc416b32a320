/** What a person typed, as words that must all be found; at most six. PostgreSQL knows no text with a NUL in it. */
export function searchWords(search: string | undefined): string[] {
  return (search ?? "").replaceAll("\0", " ").split(/\s+/).filter(Boolean).slice(0, 6);
}

/** Prisma's case-insensitive "contains", with LIKE's own signs taken literally. */
export function containing(word: string) {
  return { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
}
