import { AppError, busy } from "~/domain/errors";
import { env } from "~/env";
import { log } from "~/server/log";
import { isMachine, UNKNOWN_IP } from "./client-ip";
import { theDoor } from "./door";
import type { Answer, Head, Mount } from "./exchange";
import { countBusy } from "~/server/metrics/metrics";
import { BodyRefused } from "./read-body";
import { securityHeaders } from "./security-headers";
import { siteFacts } from "./site-facts";

const door = theDoor(env.WEB_CONCURRENCY);

/**
 * The way of every call, whichever way it came in: turned away at once where the house is full, its body read
 * (bounded, in time) before it takes a place, then answered.
 *
 * @param read the body of at most so many bytes
 * @throws SenderGone
 */
export async function takeCall(mount: Mount, head: Head, read: (most: number) => Promise<Buffer | null>): Promise<Answer> {
  const calls = mount.calls(head);
  // This machine's own addresses are no visitor's: a proxy that nobody declared, a bench.
  const address = head.ip === UNKNOWN_IP || isMachine(head.ip) ? null : head.ip;
  if (!door.hasRoom(calls, address)) return full(mount, head);
  const fault = mount.fault?.(head);
  if (fault) return mount.refusal(head, fault.error, fault.status);
  let leave: (() => void) | null = null;
  try {
    const body = await read(mount.mostBytes(head));
    leave = door.enter(calls, address);
    if (!leave) return full(mount, head);
    return await mount.handler({ ...head, body });
  } catch (error) {
    if (error instanceof BodyRefused) return mount.refusal(head, error.error, error.status);
    throw error;
  } finally {
    leave?.();
  }
}

function full(mount: Mount, head: Head): Answer {
  countBusy("door");
  return mount.refusal(head, FULL, 503);
}

/** Made once: a crowd is told it. */
const FULL = busy("too many calls under way");

/** What a handler's own fault is answered with; the log has the rest. */
export function ourFault(error: unknown): Answer {
  log.error({ err: error }, "the front");
  const { userMessage } = new AppError("INTERNAL", "Something went wrong on our side. Please try again.");
  return { status: 500, headers: { ...securityHeaders("api", siteFacts), "content-type": "text/plain; charset=utf-8" }, body: userMessage };
}
