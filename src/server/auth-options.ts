import type { AuthOptions, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { AppError } from "~/domain/errors";
import { env } from "~/env";
import { localPath } from "~/lib/local-path";
import { codeSignInSchema, signInSchema } from "~/schemas/account";
import { isDatabaseAway, isDatabaseFull } from "~/server/db/errors";
import type { Db } from "~/server/db/db";
import { log } from "~/server/log";
import { signIn } from "~/server/services/account/sign-in/sign-in";
import { signInWithCode } from "~/server/services/account/sign-in/sign-in-with-code";
import { SESSION_SECONDS, signOut, viewerFor, type SessionClaims } from "~/server/services/session";
import { claimsOf, readSessionToken, secureCookies } from "./session-cookie";

type Visitor = {
  db: Db;
  ip: string;
  userAgent: string;
  /** The Cookie header: browsers that signed in before are known by it. */
  cookies?: string | null;
  /** Called with the account that this request signed in to. */
  onSignIn?: (userId: string) => void;
};

/**
 * NextAuth for one request. It makes the cookie and guards the forms against forgery; who someone is and may do is
 * read from the database at each call (`viewerFor`), never from the token.
 */
export function authOptions({ db, ip, userAgent, cookies, onSignIn }: Visitor): AuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    // Writing is NextAuth's own, by the secret of today; reading takes those of before, too.
    jwt: { decode: async ({ token }) => (token ? (readSessionToken(token) as JWT | null) : null) },
    useSecureCookies: secureCookies,
    pages: { signIn: "/login", error: "/login" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        async authorize(given) {
          const input = signInSchema.safeParse(given);
          if (!input.success) throw new Error("WRONG_PASSWORD");
          const claims = await signIn({ db, ip, userAgent, cookies, ...input.data }).catch(asCode);
          onSignIn?.(claims.userId);
          return { id: claims.userId, claims } as User;
        },
      }),
      CredentialsProvider({
        id: "code",
        credentials: { email: { type: "email" }, code: { type: "text" }, name: { type: "text" }, factorCode: { type: "text" } },
        async authorize(given) {
          const { name, factorCode, ...rest } = given ?? {};
          const input = codeSignInSchema.safeParse({ ...rest, name: name || undefined, factorCode: factorCode || undefined });
          if (!input.success) throw new Error("WRONG_PASSWORD");
          const claims = await signInWithCode({ db, ip, userAgent, cookies, ...input.data }).catch(asCode);
          onSignIn?.(claims.userId);
          return { id: claims.userId, claims } as User;
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return asToken((user as User & { claims: SessionClaims }).claims);
        const claims = claimsOf(token);
        if (!claims || !(await viewerFor({ db, claims }))) throw new Error("this session has ended");
        return asToken(claims);
      },
      // No page asks NextAuth who someone is (currentUser does); its clients elsewhere do, and are told as it is now.
      session: async ({ session, token }) => ({ user: await personOf(db, token.sub), expires: session.expires }),
      redirect: ({ url }) => `${env.APP_URL}${localPath(url, env.APP_URL)}`,
    },
    events: {
      async signOut({ token }) {
        const claims = claimsOf(token);
        if (claims) await signOut({ db, claims });
      },
    },
    logger: {
      error: (code, details) =>
        expected.has(code) ? log.debug({ code }) : log.error({ code, details }, "NextAuth"),
      warn: (code) => log.debug({ code }),
      debug: (code) => log.debug({ code }),
    },
  };
}

// What any visitor causes by an old cookie or an odd address: no fault of ours.
const expected = new Set(["JWT_SESSION_ERROR", "INVALID_CALLBACK_URL_ERROR"]);

function personOf(db: Db, id: string | undefined) {
  return db.user.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, email: true, role: true } });
}

function asToken({ userId, sessionVersion, sessionId }: SessionClaims): JWT {
  return { sub: userId, sessionVersion, sessionId };
}

/** NextAuth tells the browser the message of what is thrown here: a code, and nothing of our insides. */
function asCode(error: unknown): never {
  if (error instanceof AppError) {
    const { retryAfterMs, wrong } = error.facts ?? {};
    if (wrong) throw new Error(`${error.code}:wrong`);
    throw new Error(retryAfterMs ? `${error.code}:${Math.ceil(Number(retryAfterMs) / 1_000)}` : error.code);
  }
  if (isDatabaseFull(error)) throw new Error("BUSY:1");
  const away = isDatabaseAway(error);
  if (!away) log.error({ err: error }, "sign-in failed");
  throw new Error(away ? "UNAVAILABLE" : "INTERNAL");
}
