import type { AppCode } from "~/domain/errors";

/** A refusal as the browser sees it: the name to branch on, the sentence to show, the field it belongs to. */
export type ApiRefusal = {
  code: AppCode | "OFFLINE";
  message: string;
  field: string | null;
  facts: Record<string, unknown>;
};

type Wire = {
  appCode?: AppCode | null;
  field?: string | null;
  facts?: Record<string, unknown> | null;
};

/** What an API call was refused with. Where the server was not reached at all: OFFLINE, with a sentence that says so. */
export function refusalOf(error: unknown): ApiRefusal {
  const { data, message } = error as { data?: Wire | null; message?: string };
  if (!data) {
    return {
      code: "OFFLINE",
      message: "We could not reach Aisle. Check your connection and try again.",
      field: null,
      facts: {},
    };
  }
  return {
    code: data.appCode ?? "INTERNAL",
    message: data.appCode && message ? message : "Something went wrong on our side. Please try again.",
    field: data.field ?? null,
    facts: data.facts ?? {},
  };
}
