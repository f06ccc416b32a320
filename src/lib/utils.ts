import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    theme: {
      radius: ["control", "card"],
      shadow: ["float"],
      container: ["page"],
      spacing: ["nav"],
    },
  },
});

/** Joins class names; where two set the same property, the later wins. */
export function cn(...inputs: ClassValue[]) {
  return merge(clsx(inputs));
}

/** The text with its first letter large. */
export function capitalised(text: string) {
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
}
