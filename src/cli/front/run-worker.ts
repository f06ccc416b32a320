import net from "node:net";
import { createFront, type Front, type NodeHandler } from "~/server/front/front";
import { builtFiles } from "~/server/front/static-files";
import { mounts } from "~/server/front/mounts";
import { flushRequestLog } from "~/server/front/request-log";
import { reportToParent, sayLast } from "./report-to-parent";
import { FIRST_FD, type Order } from "./workers";

/** How many may stand in line to be taken on; the system may allow fewer. */
const BACKLOG = 4_096;
/** Who is answered for the last time comes by within this, in ms; a browser that stays silent longer is let go. */
const GRACE_MS = 10_000;
/** Then the process ends, whatever is under way, in ms. */
const LAST_CALL_MS = { stop: 7_500, drain: 45_000 };

/** One of the processes that answer: listens on the sockets it inherited until it is told to end. */
export async function runWorker(makeNext: (front: () => Front) => Promise<NodeHandler>): Promise<void> {
  let front: Front | undefined;
  const next = await makeNext(() => front!);
  front = createFront({ mounts, files: builtFiles(".next/static"), next });
  const listeners = await listen(front, Number(process.env.AISLE_LISTENERS ?? 1));
  let ending = false;
  const end = async (order: Order) => {
    if (ending) return;
    ending = true;
    setTimeout(() => void finish(), LAST_CALL_MS[order]);
    // Without the http server's own way of closing, which lets go of everybody who says nothing this moment.
    for (const listener of listeners) net.Server.prototype.close.call(listener);
    await front.connections.drain(order === "stop" ? 0 : GRACE_MS);
    await finish();
  };
  reportToParent();
  process.on("message", (order: Order | object) => void (typeof order === "string" && end(order)));
  process.once("disconnect", () => void end("stop"));
  // These reach the whole group; what is to be done is said by the parent.
  for (const signal of ["SIGINT", "SIGHUP", "SIGTERM"] as const) process.on(signal, () => undefined);
  process.send?.("ready");
}

/** A parent that hears nothing any more keeps nobody from ending, in ms. */
const LAST_WORDS_MS = 500;

async function finish(): Promise<never> {
  flushRequestLog();
  setTimeout(() => process.exit(0), LAST_WORDS_MS);
  await sayLast().catch(() => undefined);
  process.exit(0);
}

/**
 * A busy Node process takes on one caller a turn from each socket it listens to, however many stand in line; it is
 * given the same one several times over.
 */
async function listen({ server, connections }: Front, count: number): Promise<net.Server[]> {
  const listeners: net.Server[] = [server];
  for (let i = 1; i < count; i++) {
    const more = net.createServer({ noDelay: true });
    connections.serve(more);
    listeners.push(more);
  }
  await Promise.all(
    listeners.map(
      (listener, i) =>
        new Promise<void>((resolve, reject) => {
          listener.once("error", reject);
          listener.listen({ fd: FIRST_FD + i }, BACKLOG, resolve);
        }),
    ),
  );
  return listeners;
}
