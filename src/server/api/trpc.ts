import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { AppError } from "~/domain/errors";
import { mayOrganize, standingOf } from "~/domain/permissions";
import { reaches, standingWords, type Standing } from "~/domain/team";
import { UNKNOWN_IP } from "~/server/http/client-ip";
import { db, type Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { paymentGateway } from "~/server/gateways/select";
import { log } from "~/server/log";
import { countCall as measureCall, outcomeOf } from "~/server/metrics/metrics";
import type { DoorToken } from "~/server/services/door/open-door";
import { assertMayRefund, secondFactorFirst } from "~/server/services/account/second-factor/asked";
import { noteRefused } from "~/server/services/security/refused";
import { viewerFor, type SessionClaims, type Viewer } from "~/server/services/session";
import { actingFor } from "~/server/services/team/acting-for";
import { toAppError, toTrpcError } from "./errors";
import { fromWire } from "./from-wire";
import { countCall, countFile, limitOf } from "./limits";

/** What a request brings: never more than claims; who they belong to is read again by the guards. */
export type Context = {
  db: Db;
  gateway: PaymentGateway;
  claims: SessionClaims | null;
  /** Whom the claims belong to now. Each call reads it anew; a page, which is one reading, reads it once. */
  viewer: () => Promise<Viewer | null>;
  ip: string;
  /** What a phone that is a door by a link shows of itself; worth nothing until a service has read the link. */
  doorToken: DoorToken | null;
  /** Nothing is done for this call either: it came from another site's page (http/origin.ts). */
  refused: AppError | null;
  /** Calls from outside are counted (limits.ts); our own pages' readings are not. */
  counted: boolean;
  /** From this answer on the browser carries these claims; null signs it out. Without a browser: nothing. */
  continueAs: (claims: SessionClaims | null) => void;
};

/** The context of a request, of a server component, or of a test that passes its own parts. */
export function createContext(parts: Partial<Context> = {}): Context {
  const { db: client = db, claims = null } = parts;
  return {
    db: client,
    gateway: parts.gateway ?? paymentGateway(),
    claims,
    viewer: parts.viewer ?? (async () => claims && viewerFor({ db: client, claims })),
    ip: parts.ip ?? UNKNOWN_IP,
    doorToken: parts.doorToken ?? null,
    refused: parts.refused ?? null,
    counted: parts.counted ?? false,
    continueAs: parts.continueAs ?? (() => undefined),
  };
}

const t = initTRPC.context<Context>().create({
  transformer: { input: { serialize: superjson.serialize, deserialize: fromWire }, output: superjson },
  errorFormatter({ shape, error }) {
    const app = toAppError(error);
    return {
      ...shape,
      message: app?.userMessage ?? shape.message,
      data: {
        ...shape.data,
        stack: undefined,
        appCode: app?.code ?? null,
        field: app?.field ?? null,
        facts: app?.facts ?? null,
      },
    };
  },
});

export const createRouter = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns AppError and the rest into tRPC errors; writes down what was our fault. */
const converting = t.middleware(async ({ ctx, next, path, type }) => {
  const began = performance.now();
  const result = await next();
  const call = { procedure: path, kind: type === "mutation" ? type : "query", seconds: (performance.now() - began) / 1_000 } as const;
  if (result.ok) {
    measureCall({ ...call, outcome: null });
    return result;
  }
  const converted = toTrpcError(result.error);
  const app = converted.cause instanceof AppError ? converted.cause : null;
  measureCall({ ...call, outcome: app ? outcomeOf(app.code) : "refused" });
  if (app?.code === "INTERNAL" || app?.code === "UNAVAILABLE") {
    log.error({ path, err: result.error.cause ?? result.error }, app.logMessage ?? app.code);
  } else if (app?.logMessage) {
    log.info({ path, appCode: app.code }, app.logMessage);
  }
  await noteRefused({ db: ctx.db, userId: ctx.claims?.userId ?? null, ip: ctx.ip, what: path, error: app });
  throw converted;
});

/** What another site's page sent, and what comes too often: refused before anything is asked of the database. */
const refusing = t.middleware(async ({ ctx, next, path }) => {
  if (ctx.refused) throw ctx.refused;
  if (ctx.counted) {
    const call = { group: limitOf[path] ?? "write", accountId: ctx.claims?.userId ?? null, ip: ctx.ip };
    countCall(call);
    // Nothing is waited for where there is nothing to count.
    if (call.group === "file") await countFile({ db: ctx.db, ...call });
  }
  return next();
});

/** P: anyone. */
export const publicProcedure = t.procedure.use(converting).use(refusing);

/** P, for what shows the signed-in more: `ctx.actor` is who asks, or null. */
export const visitorProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const actor = await ctx.viewer();
  return next({ ctx: { ...ctx, actor } });
});

/** Whom a seller or a manager works for; everybody else is who they are. */
async function asTeam(db: Db, viewer: Viewer): Promise<Viewer> {
  const acting = await actingFor({ db, viewer });
  return reaches(standingOf(acting), "SELLER") ? acting : viewer;
}

/** P, for what an organizer's team sees of its own as well: `ctx.actor` is whom they work for. */
export const teamVisitorProcedure = visitorProcedure.use(async ({ ctx, next }) =>
  next({ ctx: { ...ctx, actor: ctx.actor && (await asTeam(ctx.db, ctx.actor)) } }),
);

/** U: signed in, by a session that still holds; role re-read from the database at each call. */
export const signedInProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const actor = await ctx.viewer();
  if (!actor) throw new AppError("UNAUTHORIZED", "Please sign in first.");
  return next({ ctx: { ...ctx, actor } });
});

/** U, for what is a buyer's and their organizer's alike: `ctx.actor` is whom they work for. */
export const teamSignedInProcedure = signedInProcedure.use(async ({ ctx, next }) =>
  next({ ctx: { ...ctx, actor: await asTeam(ctx.db, ctx.actor) } }),
);

/** Signed in, or a phone with a door's link. Whether it opens this event's door is the service's question. */
export const doorProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const viewer = ctx.claims && !ctx.doorToken ? await viewerFor({ db: ctx.db, claims: ctx.claims }) : null;
  const actor = viewer && (await actingFor({ db: ctx.db, viewer }));
  if (!actor && !ctx.doorToken) throw new AppError("UNAUTHORIZED", "Please sign in first, or open the door's link.");
  return next({ ctx: { ...ctx, actor } });
});

/**
 * ORGANIZER or ADMIN, or who works for an organizer with `least` of a standing: the one place where a team's role is
 * asked. From here on `ctx.actor` is the organizer; whether a thing is theirs is the service's question.
 */
const organizing = (least: Standing) =>
  signedInProcedure.use(async ({ ctx, next }) => {
    if (ctx.actor.withheld) throw secondFactorFirst();
    const actor = await actingFor({ db: ctx.db, viewer: ctx.actor });
    if (!mayOrganize(actor)) throw new AppError("FORBIDDEN", "This page is for organizers.");
    if (!reaches(standingOf(actor), least)) {
      throw new AppError("FORBIDDEN", `In this team that takes the role of ${standingWords[least].name.toLowerCase()}. Ask the owner.`);
    }
    return next({ ctx: { ...ctx, actor } });
  });

/** The team, the seller's details, keys and webhooks: the organizer's own. */
export const ownerProcedure = organizing("OWNER");

/** Events, venues, coupons, the papers of the sale. */
export const managerProcedure = organizing("MANAGER");

/** What sold, to whom, and what a box office does about it. */
export const sellerProcedure = organizing("SELLER");

/** What whoever stands at the door has to find. */
export const doorkeeperProcedure = organizing("DOOR");

/** A manager's that gives money back: where the shop asks for a second factor, by sign-ins that showed one. */
export const refundingProcedure = managerProcedure.use(({ ctx, next }) => {
  assertMayRefund(ctx.actor);
  return next();
});

/** A: admins. */
export const adminProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (ctx.actor.withheld) throw secondFactorFirst();
  if (ctx.actor.role !== "ADMIN") throw new AppError("FORBIDDEN", "This page is for admins.");
  return next();
});
