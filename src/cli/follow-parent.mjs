// Loaded into the process that serve.ts starts, and by Next into that one's children, whom it does not concern.
// The channel closes when serve.ts ends, kill -9 included; then the whole group ends, so that no server is left
// on the port.
if (process.env.AISLE_PARENT === `${process.ppid}`) {
  process.on("disconnect", () => {
    setTimeout(() => process.kill(-process.pid, "SIGKILL"), 5_000).unref();
    process.kill(-process.pid, "SIGTERM");
  });
  process.channel?.unref();
}
