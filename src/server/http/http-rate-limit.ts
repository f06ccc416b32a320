/** NextAuth answers every refused sign-in with 401; one that came too often is 429 and says when to come back. */
export async function sayRateLimited(response: Response): Promise<Response> {
  if (response.status !== 401) return response;
  const body = await response.clone().text();
  const seconds = /RATE_LIMITED(?:%3A|:)(\d+)/.exec(body)?.[1];
  if (!seconds) return response;
  const headers = new Headers(response.headers);
  headers.set("Retry-After", seconds);
  return new Response(body, { status: 429, headers });
}
