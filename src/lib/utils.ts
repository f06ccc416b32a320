import { clsx, type ClassValue } from "clsx";

/**
 * Joins class names. A component's own class yields to one with `!` that it is given ("px-0!"); without it the order of
 * the stylesheet decides, which class-names.test.ts does not let happen.
 */
export function cn(...inputs: ClassValue[]) {
  return clsx(inputs);
}

/** The text with its first letter large. */
export function capitalised(text: string) {
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
}
