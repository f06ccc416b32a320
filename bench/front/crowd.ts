import { once } from "node:events";
import { connect, type Socket } from "node:net";
import superjson from "superjson";
import { quantile } from "../closed-loop";
import { EVENT_ID, type HoldFixture } from "../hold/fixture";

type Crowd = { port: number; fixture: HoldFixture; cookies: string[]; open: boolean };

export type CrowdFigures = { answers: Record<string, number>; heldP99Ms: number | null; busyP99Ms: number | null; lastMs: number };

/**
 * A buyer for each cookie, all at the same moment, each for a seat and from an address of their own; on connections
 * that are open already, as a browser's is that looks at the map, or on new ones.
 */
export async function crowd({ port, fixture, cookies, open }: Crowd): Promise<CrowdFigures> {
  await fixture.reset();
  const requests = cookies.map((cookie, buyer) => holdRequest(cookie, fixture.next(0).seatId, buyer));
  const sockets = open ? await openAll(port, cookies.length) : [];
  const began = performance.now();
  const answers: Record<string, number> = {};
  const waits: Record<string, number[]> = { HELD: [], BUSY: [] };
  await Promise.all(
    requests.map(async (text, buyer) => {
      const code = await ask(sockets[buyer] ?? connect(port, "127.0.0.1"), text);
      answers[code] = (answers[code] ?? 0) + 1;
      waits[code]?.push(performance.now() - began);
    }),
  );
  const lastMs = performance.now() - began;
  const p99 = (times: number[]) => quantile(times.sort((a, b) => a - b), 0.99) || null;
  return { answers, heldP99Ms: p99(waits.HELD!), busyP99Ms: p99(waits.BUSY!), lastMs };
}

function holdRequest(cookie: string, seatId: string, buyer: number): string {
  const body = JSON.stringify(superjson.serialize({ eventId: EVENT_ID, seatIds: [seatId] }));
  const address = `10.${buyer >> 16}.${(buyer >> 8) & 255}.${buyer & 255}`;
  return (
    `POST /api/trpc/seatLock.hold HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nX-Forwarded-For: ${address}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** Connected, and answered once: the server knows them. */
async function openAll(port: number, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(200, count - sockets.length) }, () => connect(port, "127.0.0.1"));
    await Promise.all(some.map((socket) => once(socket, "connect")));
    await Promise.all(some.map((socket) => ask(socket, "GET /api/trpc/system.ping HTTP/1.1\r\nHost: localhost\r\n\r\n", true)));
    sockets.push(...some);
  }
  return sockets;
}

/** What one request came to: HELD, the name of the refusal, or of what broke. */
function ask(socket: Socket, text: string, keep = false): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    const settle = (code: string) => {
      socket.removeAllListeners();
      socket.on("error", () => undefined);
      if (!keep) socket.destroy();
      resolve(code);
    };
    socket.on("error", (error: NodeJS.ErrnoException) => settle(error.code ?? "ERROR"));
    socket.on("close", () => settle("CLOSED"));
    socket.on("data", (piece) => {
      said += piece.toString();
      const ends = said.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(said)?.[1] ?? Number.NaN);
      if (ends === -1 || said.length < ends + 4 + length) return;
      settle(said.startsWith("HTTP/1.1 200") ? "HELD" : (/"appCode":"(\w+)"/.exec(said)?.[1] ?? said.slice(9, 12)));
    });
    socket.write(text);
  });
}
