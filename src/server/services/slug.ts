import slugify from "@sindresorhus/slugify";
import { customAlphabet } from "nanoid";

const suffix = customAlphabet("23456789abcdefghjkmnpqrstuvwxyz", 6);

/** A title as it stands in addresses, with a short random end: two events may bear one title. */
export function slugFor(title: string): string {
  const base = slugify(title).slice(0, 60).replace(/-+$/, "");
  return base ? `${base}-${suffix()}` : suffix();
}
