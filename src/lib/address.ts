/** A venue's address in one line; the city is added where the address does not name it already. */
export function addressOf({ address, city }: { address: string; city: string }): string {
  return address.toLowerCase().includes(city.toLowerCase()) ? address : `${address}, ${city}`;
}
