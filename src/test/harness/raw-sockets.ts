import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What a socket does to a server that it means no good. */
export const habits = {
  /** Connects and says nothing. */
  silent: "",
  /** Announces a body that never comes. */
  unsentBody:
    "POST /api/trpc/auth.verifyEmail HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
  /** Begins its headers and goes on with them for ever. */
  trickle: "GET /api/trpc/event.facets HTTP/1.1\r\nHost: x\r\nX-Slow: 1\r\n",
  /** Asks for a little, and keeps the line. */
  idle: "GET /api/trpc/system.ping HTTP/1.1\r\nHost: x\r\n\r\n",
  /** Asks, and keeps the line. */
  keepAlive: "GET /api/live HTTP/1.1\r\nHost: x\r\n\r\n",
} as const;

/** So many open sockets of one habit; what was said to them is in `heard`. */
export async function openSockets(port: number, count: number, says: string) {
  const sockets: Socket[] = [];
  // A hundred at a time: a listen queue is not what is tried here.
  for (let from = 0; from < count; from += 100) {
    const some = Array.from({ length: Math.min(100, count - from) }, () => connect(port, "127.0.0.1"));
    await Promise.all(some.map((socket) => once(socket, "connect")));
    sockets.push(...some);
  }
  const heard = sockets.map(() => "");
  sockets.forEach((socket, at) => {
    socket.on("error", () => undefined).on("data", (piece) => (heard[at] += piece.toString()));
    if (says) socket.write(says);
  });
  return {
    heard,
    /** Resolves when the server has let go of all of them. */
    gone: () => Promise.all(sockets.map((socket) => socket.closed ? Promise.resolve() : once(socket, "close"))),
    /** Says something more on each. */
    say: (more: string) => sockets.forEach((socket) => socket.writable && socket.write(more)),
    close: () => sockets.forEach((socket) => socket.destroy()),
  };
}
