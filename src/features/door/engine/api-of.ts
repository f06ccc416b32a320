import type { RouterInputs, RouterOutputs } from "~/trpc/react";
import { DoorClosed, type DoorApi } from "./ports";

type Calls = {
  list(input: RouterInputs["checkIn"]["list"], signal: AbortSignal): Promise<RouterOutputs["checkIn"]["list"]>;
  redeem(input: RouterInputs["checkIn"]["redeem"], signal: AbortSignal): Promise<RouterOutputs["checkIn"]["redeem"]>;
  sync(input: RouterInputs["checkIn"]["sync"], signal: AbortSignal): Promise<RouterOutputs["checkIn"]["sync"]>;
};

type Who = { eventId: string; installation?: string; now: () => number };

const CLOSED = ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"];

/** The door's procedures as the engine wants them. A refusal for good is a DoorClosed. */
export function doorApiOf(calls: Calls, { eventId, installation, now }: Who): DoorApi {
  const door = { eventId, installation };
  return {
    async list(signal) {
      const answer = await calls.list(door, signal).catch(refuse);
      const { event, gate, role, until, cursor, packed, seatNames, publicKey, turningKey, rules, serverNow } = answer;
      const clockOffsetMs = serverNow.getTime() - now();
      const { status } = event;
      return {
        evening: {
          event: { ...event, startsAt: event.startsAt.getTime() },
          gate,
          role,
          until: until?.getTime() ?? null,
          seatNames,
          publicKey: bytesOf(publicKey),
          turningKey: bytesOf(turningKey),
          rules,
          clockOffsetMs,
        },
        tickets: bytesOf(packed),
        standing: { cursor, share: 0, heardAt: serverNow.getTime(), status, rules, clockOffsetMs },
      };
    },
    redeem: ({ seq, code, at, direction }, signal) =>
      calls.redeem({ ...door, code, at: new Date(at), deviceSeq: seq, direction }, signal).catch(refuse),
    async sync({ scans, ...question }, signal) {
      const sent = scans.map((scan) => ({ ...scan, at: new Date(scan.at) }));
      const { packed, serverNow, ...answer } = await calls.sync({ ...door, ...question, scans: sent }, signal).catch(refuse);
      return { ...answer, packed: bytesOf(packed), serverNow: serverNow.getTime() };
    },
  };
}

function refuse(error: unknown): never {
  const code = (error as { data?: { code?: string }; code?: string }).data?.code ?? (error as { code?: string }).code;
  if (code && CLOSED.includes(code)) throw new DoorClosed((error as Error).message);
  throw error;
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  return Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
