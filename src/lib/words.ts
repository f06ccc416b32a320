import { formatPaise } from "~/domain/money";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "C12, C13 and C14". */
export function listOf(words: readonly string[]): string {
  return conjunction.format(words);
}

/** "restricted view" at the head of a line: "Restricted view". */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 seat", "3 seats". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-IN")} ${count === 1 ? one : many}`;
}

/** Paise as a voice should say them: "1,500 rupees". */
export function spokenRupees(paise: number): string {
  return `${formatPaise(paise).replace("₹", "")} rupees`;
}
