/** Ends the process where the environment is wrong; the sentence names the variable. */
export async function checkEnvironment(): Promise<void> {
  try {
    await import("~/env");
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
