/** Where the shop serves an uploaded picture: what events keep of it. */
export function pictureUrl(key: string): string {
  return `/api/uploads/${key}`;
}
