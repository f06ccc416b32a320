import { verify } from "node:crypto";
import { doorApiOf } from "~/features/door/engine/api-of";
import { DoorEngine } from "~/features/door/engine/door-engine";
import type { DoorApi, DoorStore, Entry, Kept } from "~/features/door/engine/ports";
import { signedTextOfEvent } from "~/domain/ticket-code";
import type { Db } from "~/server/db/db";
import { ticketKeys } from "~/server/services/tickets/ticket-keys";
import { callerFor } from "~/test/harness/callers";
import type { Random } from "~/test/money/storm/random";

/** How a phone's network is at the moment. */
export type Weather = { offline: boolean; random: Random };

/** A phone of a door: its disk survives, what runs on it does not. */
export class Phone {
  engine!: DoorEngine;
  kills = 0;
  readonly appended: number[] = [];
  private readonly disk = { kept: null as Kept | null, queue: new Map<number, Entry>(), next: 1 };
  private life = { dead: false, left: Infinity };
  /** Calls whose answer nobody waits for any more. */
  readonly stray = new Set<Promise<unknown>>();

  constructor(
    private readonly db: Db,
    private readonly eventId: string,
    private readonly token: string,
    readonly weather: Weather,
  ) {}

  /** A new life on the same disk. */
  async boot(): Promise<void> {
    this.life = { dead: false, left: Infinity };
    const clock = { now: () => Date.now(), after: () => () => undefined };
    this.engine = new DoorEngine({ store: this.mortal(this.store()), api: this.mortal(this.weathered(this.api())), clock, verify: verifyFast });
    await this.engine.start();
  }

  /** It will die in the middle of one of its next steps. */
  doom(): void {
    this.life.left = 1 + this.weather.random.below(5);
  }

  get dead(): boolean {
    return this.life.dead;
  }

  /** What stands on the disk of the last scan: told, or nothing. */
  lastTold(): string | undefined {
    return this.disk.queue.get(this.disk.next - 1)?.told;
  }

  private store(): DoorStore {
    const { disk } = this;
    const copy = <T>(value: T): T => structuredClone(value);
    return {
      load: async () => copy({ kept: disk.kept, queue: [...disk.queue.values()] }),
      append: async (entry) => {
        const seq = disk.next++;
        disk.queue.set(seq, { seq, ...entry });
        this.appended.push(seq);
        return seq;
      },
      tell: async (seq, told) => void Object.assign(disk.queue.get(seq)!, { told }),
      keep: async (kept) => void (disk.kept = copy(kept)),
      advance: async ({ settled, changes, standing }) => {
        for (const seq of settled) disk.queue.delete(seq);
        if (disk.kept) disk.kept = { ...disk.kept, standing, changes: [...disk.kept.changes, ...(changes ? [copy(changes)] : [])] };
      },
    };
  }

  private api(): DoorApi {
    const { checkIn } = callerFor(null, { db: this.db, doorToken: { token: this.token, installation: "sim" } });
    return doorApiOf(
      { list: (input) => checkIn.list(input), redeem: (input) => checkIn.redeem(input), sync: (input) => checkIn.sync(input) },
      { eventId: this.eventId, now: () => Date.now() },
    );
  }

  /** Calls are lost on the way, their answers are, or they come when nobody waits any more. */
  private weathered(api: DoorApi): DoorApi {
    const carry = <T>(call: () => Promise<T>): Promise<T> => {
      const { offline, random } = this.weather;
      const fate = offline ? 0 : random.next();
      if (fate < 0.06) return Promise.reject(new Error("dropped"));
      const done = call();
      if (fate > 0.16) return done;
      const gone = done.catch(() => undefined).finally(() => this.stray.delete(gone));
      this.stray.add(gone);
      // Half of them are waited for before the answer is lost; the others arrive behind the phone's back.
      return fate < 0.11 ? gone.then(() => Promise.reject(new Error("answer lost"))) : Promise.reject(new Error("hangs"));
    };
    return { list: (signal) => carry(() => api.list(signal)), redeem: (entry, signal) => carry(() => api.redeem(entry, signal)), sync: (question, signal) => carry(() => api.sync(question, signal)) };
  }

  /** Each step may be the last: before it is done, or before anybody hears that it was. */
  private mortal<T extends object>(port: T): T {
    const { life } = this;
    const forever = new Promise<never>(() => undefined);
    return new Proxy(port, {
      get: (target, name) => async (...args: unknown[]) => {
        if (life.dead) return forever;
        if (--life.left <= 0 && this.weather.random.chance(0.5)) life.dead = true;
        if (life.dead) return forever;
        const result = await (target as Record<PropertyKey, (...given: unknown[]) => Promise<unknown>>)[name]!(...args);
        if (life.left <= 0) life.dead = true;
        return life.dead ? forever : result;
      },
    });
  }
}

const verifyFast: ConstructorParameters<typeof DoorEngine>[0]["verify"] = (_key, eventId, { itemId, signature }) =>
  verify(null, Buffer.from(signedTextOfEvent(eventId, itemId)), ticketKeys().public, signature);
