import type { Server, ServerResponse } from "node:http";
import type { Server as NetServer, Socket } from "node:net";

/** Connections a process holds at once; most of them idle. Beyond it the idle ones go first. */
const MOST_CONNECTIONS = 12_000;
/** Nothing we answer takes so long to read, in ms: who does keeps our memory, and is cut off. */
const LONGEST_ANSWER_MS = 120_000;
const SWEEP_MS = 5_000;

/** How long what comes in may take, in ms: slow or silent senders cost a socket, and that for a while only. */
export const patience = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  // Longer than the balancers in front keep theirs (60 s), so that it is they who close.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};

/** What is open at a server: requests under way, and their end. */
export class Connections {
  private readonly open = new Map<ServerResponse, number>();
  private readonly sockets = new Set<Socket>();
  private closing = false;
  private readonly sweeper: NodeJS.Timeout;

  constructor(private readonly server: Server) {
    server.on("connection", (socket) => this.take(socket));
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  /** Another listener whose connections are served here. */
  serve(listener: NetServer): void {
    listener.on("connection", (socket) => this.server.emit("connection", socket));
  }

  get count(): number {
    return this.sockets.size;
  }

  get underWay(): number {
    return this.open.size;
  }

  /** Counts a request until it is answered. */
  began(response: ServerResponse): void {
    this.open.set(response, performance.now());
    if (this.closing) response.shouldKeepAlive = false;
    response.once("close", () => this.open.delete(response));
  }

  /**
   * From now on every answer is the last of its connection, so that clients go elsewhere without losing a request.
   * Resolves when nobody is left; who has not come by after `graceMs` and has nothing under way is let go.
   */
  async drain(graceMs: number): Promise<void> {
    this.closing = true;
    for (const response of this.open.keys()) if (!response.headersSent) response.shouldKeepAlive = false;
    const last = setTimeout(() => this.server.closeIdleConnections(), graceMs);
    if (graceMs === 0) this.server.closeIdleConnections();
    const again = setInterval(() => graceMs === 0 && this.server.closeIdleConnections(), 250);
    while (this.sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    clearTimeout(last);
    clearInterval(again);
    clearInterval(this.sweeper);
  }

  private take(socket: Socket): void {
    this.sockets.add(socket);
    socket.once("close", () => this.sockets.delete(socket));
    if (this.sockets.size <= MOST_CONNECTIONS) return;
    this.server.closeIdleConnections();
    if (this.sockets.size > MOST_CONNECTIONS + 500) socket.destroy();
  }

  private sweep(): void {
    const before = performance.now() - LONGEST_ANSWER_MS;
    for (const [response, began] of this.open) if (began < before) response.destroy();
  }
}
