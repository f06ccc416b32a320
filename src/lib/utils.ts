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
