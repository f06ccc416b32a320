/** What `event.seatAvailability` answers. */
export type SeatAnswer = { planHash: string; etag: string; seatCount: number; packed: string };

/**
 * Asks where every seat stands, by the address that caches may answer for. Where nothing moved since `known` the answer
 * has no body and `known` is returned itself. A draft has no such address: null.
 * @throws Error where the server cannot be reached or cannot read the seats
 */
export async function fetchAvailability(
  eventId: string,
  known: SeatAnswer | undefined,
  signal?: AbortSignal,
): Promise<SeatAnswer | null> {
  const response = await fetch(`/api/events/${encodeURIComponent(eventId)}/availability`, {
    // The browser's own cache would answer with a state up to six seconds old (stale-while-revalidate).
    cache: "no-store",
    headers: known ? { "if-none-match": `"${known.etag}"` } : {},
    signal,
  });
  if (response.status === 304 && known) return known;
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The seats could not be read (${response.status}).`);
  return (await response.json()) as SeatAnswer;
}
