import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { AppError, busy } from "~/domain/errors";
import { mayOrganize } from "~/domain/permissions";
import { UNKNOWN_IP } from "~/server/http/client-ip";
import { db, type Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { paymentGateway } from "~/server/gateways/select";
import { log } from "~/server/log";
import { viewerFor, type SessionClaims, type Viewer } from "~/server/services/session";
import { toAppError, toTrpcError } from "./errors";
import { countCall, limitOf } from "./limits";

/** What a request brings: never more than claims; who they belong to is read again by the guards. */
export type Context = {
  db: Db;
  gateway: PaymentGateway;
  claims: SessionClaims | null;
  /** Whom the claims belong to now. Each call reads it anew; a page, which is one reading, reads it once. */
  viewer: () => Promise<Viewer | null>;
  ip: string;
  /** The process has more to do than it can: nothing is done for this call. */
  turnedAway: boolean;
  /** Nothing is done for this call either: it came from another site's page (http/origin.ts). */
  refused: AppError | null;
  /** Calls from outside are counted (limits.ts); our own pages' readings are not. */
  counted: boolean;
  /** From this answer on the browser carries these claims; null signs it out. Without a browser: nothing. */
  continueAs: (claims: SessionClaims | null) => Promise<void>;
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
    turnedAway: parts.turnedAway ?? false,
    refused: parts.refused ?? null,
    counted: parts.counted ?? false,
    continueAs: parts.continueAs ?? (async () => undefined),
  };
}

const t = initTRPC.context<Context>().create({
  transformer: superjson,
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
const converting = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const converted = toTrpcError(result.error);
  const app = converted.cause instanceof AppError ? converted.cause : null;
  if (app?.code === "INTERNAL" || app?.code === "UNAVAILABLE") {
    log.error({ path, err: result.error.cause ?? result.error }, app.logMessage ?? app.code);
  } else if (app?.logMessage) {
    log.info({ path, appCode: app.code }, app.logMessage);
  }
  throw converted;
});

/** BUSY where the process is full (door.ts): in tRPC's own shape, so that clients try again. */
const turningAway = t.middleware(({ ctx, next }) => {
  if (ctx.turnedAway) throw busy("too many calls under way");
  return next();
});

/** What another site's page sent, and what comes too often: refused before anything is asked of the database. */
const refusing = t.middleware(({ ctx, next, path }) => {
  if (ctx.refused) throw ctx.refused;
  if (ctx.counted) countCall({ group: limitOf[path] ?? "write", accountId: ctx.claims?.userId ?? null, ip: ctx.ip });
  return next();
});

/** P: anyone. */
export const publicProcedure = t.procedure.use(converting).use(turningAway).use(refusing);

/** P, for what shows the signed-in more: `ctx.actor` is who asks, or null. */
export const visitorProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const actor = await ctx.viewer();
  return next({ ctx: { ...ctx, actor } });
});

/** U: signed in, by a session that still holds; role re-read from the database at each call. */
export const signedInProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const actor = await ctx.viewer();
  if (!actor) throw new AppError("UNAUTHORIZED", "Please sign in first.");
  return next({ ctx: { ...ctx, actor } });
});

/** ORGANIZER or ADMIN. Whether a thing is theirs is the service's question. */
export const organizerProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!mayOrganize(ctx.actor)) throw new AppError("FORBIDDEN", "This page is for organizers.");
  return next();
});

/** A: admins. */
export const adminProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (ctx.actor.role !== "ADMIN") throw new AppError("FORBIDDEN", "This page is for admins.");
  return next();
});
