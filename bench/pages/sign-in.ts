import type { BrowserContext } from "@playwright/test";

/** Signs a browser in as one of the demo's people, without the form. */
export async function signInAs(context: BrowserContext, email: string): Promise<void> {
  const { csrfToken } = (await (await context.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email, password: "aisle-demo-1", json: "true" };
  await context.request.post("/api/auth/callback/credentials", { form });
}
