import { AppError } from "~/domain/errors";

export type Asked = {
  method: string;
  /** `Headers`, or a map of names in lower case. */
  headers: { get(name: string): string | null | undefined };
};

const CHANGES_NOTHING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The refusal of a call that another site's page makes in the name of a visitor of ours, or null. What browsers
 * say of themselves decides: Sec-Fetch-Site, else Origin. Who brings a key of their own (Authorization) or is no
 * browser (neither header: webhooks, the scheduler, apps) has no visitor's cookie to abuse.
 *
 * @param ours origins whose pages may call: "https://tickets.example.com"
 */
export function foreignCall({ method, headers }: Asked, ours: readonly string[]): AppError | null {
  if (CHANGES_NOTHING.has(method) || headers.get("authorization")) return null;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin && isOurs(origin, headers.get("host"), ours)) return null;
  if (site ? site === "same-origin" || site === "none" : !origin) return null;
  return new AppError("FORBIDDEN", "This was sent from another site's page. Please open our own and try again.", {
    logMessage: "foreign origin",
  });
}

/**
 * As `foreignCall`; and what a plain HTML form of any site could send is no call at all: the API takes JSON alone.
 */
export function refusedCall(asked: Asked, ours: readonly string[]): AppError | null {
  return foreignCall(asked, ours) ?? notJson(asked);
}

/** The page's own address, or the one by which the browser reached us: nobody can forge both in another's browser. */
function isOurs(origin: string, host: string | null | undefined, ours: readonly string[]): boolean {
  if (ours.includes(origin)) return true;
  return Boolean(host) && URL.canParse(origin) && new URL(origin).host === host;
}

function notJson({ method, headers }: Asked): AppError | null {
  if (CHANGES_NOTHING.has(method)) return null;
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return null;
  return new AppError("INVALID_INPUT", "Calls are JSON: send them with content-type application/json.");
}
