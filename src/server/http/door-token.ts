/** The header that a door's phone shows its link's token in, and what its browser calls itself. */
export const DOOR_HEADER = "x-aisle-door";

/** "<token>.<installation>", or null where there is none. */
export function doorTokenFrom(headers: { get(name: string): string | null | undefined }): { token: string; installation: string } | null {
  const match = /^([\w-]{16,64})(?:\.([\w-]{1,40}))?$/.exec(headers.get(DOOR_HEADER) ?? "");
  return match ? { token: match[1]!, installation: match[2] ?? "" } : null;
}
