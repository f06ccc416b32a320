/** Runs once when the server starts: a wrong environment ends it here, with one sentence. */
export async function register(): Promise<void> {
  // Which runtime this is, is Next's to say and the bundler's to read: no setting of ours.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { checkEnvironment } = await import("~/server/check-environment");
    await checkEnvironment();
    const { noteSocketAddresses } = await import("~/server/http/client-ip");
    noteSocketAddresses();
  }
}
