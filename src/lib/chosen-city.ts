const COOKIE = "aisle-city";

/** The city that this browser looked at last, where it is still one of these; read from a Cookie header. */
export function chosenCity(cookies: string | null | undefined, cities: readonly string[]): string | undefined {
  const value = cookies?.split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  // Anything may stand in a cookie, wrongly encoded letters too.
  return cities.find((city) => encodeURIComponent(city) === value);
}

/** Keeps the city in mind for a year; "" forgets it. It tells nobody who looks. */
export function rememberCity(city: string): void {
  document.cookie = `${COOKIE}=${encodeURIComponent(city)}; Path=/; Max-Age=${city ? 31_536_000 : 0}; SameSite=Lax`;
}
