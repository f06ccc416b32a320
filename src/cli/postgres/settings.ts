/**
 * What the server is told at each start. The predicate-lock settings keep Serializable from giving up on
 * single rows and locking whole pages and tables, which would abort buyers who never met.
 *
 * `durable: false` is for servers that are thrown away (tests): nothing else differs, so races stay real.
 */
export function serverSettings(port: number, durable: boolean): Record<string, string> {
  return {
    port: `${port}`,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "256MB",
    max_wal_size: "2GB",
    random_page_cost: "1.1",
    jit: "off",
    max_pred_locks_per_transaction: "1024",
    max_pred_locks_per_page: "128",
    // One lock order leaves none to find; should one come up all the same, a buyer does not wait a second for it.
    deadlock_timeout: "100ms",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    log_line_prefix: "%m [%p] ",
    // "log" leaves failed statements out: a retried conflict is no news, and parameters may be personal.
    log_min_messages: "log",
    log_checkpoints: "off",
    fsync: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
  };
}
