import { readCsvPlan } from "./plan-csv";
import type { FilePlan, PlanChoices, ReadPlan } from "./plan-file";
import { planOfFile } from "./plan-of-file";
import { readTextPlan } from "./plan-text";
import { readPretixPlan } from "./pretix-plan";
import { refuse } from "./pretix-read";

/**
 * A seating plan from a file: pretix's JSON (as a value or as text), one line a seat (plan-csv), or in words
 * (plan-text). Which it is, its beginning says.
 * @throws AppError INVALID_INPUT (`plan`), naming the place; PLAN_CONFLICT where two seats cannot be told apart and
 *   `choices` does not say what to do
 */
export function readPlan(file: unknown, choices: PlanChoices = {}): ReadPlan {
  return planOfFile(typeof file === "string" ? readText(file) : readPretixPlan(file), choices);
}

function readText(text: string): FilePlan {
  const clean = text.replace(/^\uFEFF/, "");
  if (/^\s*[[{]/.test(clean)) return readPretixPlan(parsed(clean));
  const [first = ""] = clean.split("\n");
  return /[,;\t]/.test(first) && /\bseat\b/i.test(first) && /\bx\b/i.test(first) ? readCsvPlan(clean) : readTextPlan(clean);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    refuse("", "This file is cut off or damaged: its JSON cannot be read.");
  }
}
