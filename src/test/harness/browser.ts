import NextAuth from "next-auth";
import type { NextApiRequest, NextApiResponse } from "next";
import { claimsFromCookies } from "~/server/auth";
import { authOptions } from "~/server/auth-options";
import { deviceCookie } from "~/server/services/account/known-device";
import type { Db } from "~/server/db/db";

type Body = Record<string, string>;
type Answer = { status: number; location: string | null; body: unknown };

/** A browser as NextAuth knows it: a jar of cookies, with NextAuth itself on the other side and no network. */
export function authBrowser(db: Db, { ip = "1.2.3.4", userAgent = "Firefox" } = {}) {
  const jar = new Map<string, string>();

  /** What of a Set-Cookie header a browser keeps. */
  function keep(header: string): void {
    const [pair = "", ...flags] = header.split("; ");
    const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    const gone = flags.some((flag) => /^Max-Age=0$/i.test(flag));
    if (gone || !value) jar.delete(name);
    else jar.set(name, decodeURIComponent(value));
  }

  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  async function ask(
    method: "GET" | "POST",
    path: string,
    given: { body?: Body; query?: Body } = {},
  ): Promise<Answer> {
    const answer: Answer = { status: 200, location: null, body: null };
    const headers: Record<string, string | string[]> = {};
    const response = {
      status(code: number) {
        answer.status = code;
        return response;
      },
      getHeader: (name: string) => headers[name],
      setHeader(name: string, value: string | string[]) {
        headers[name] = value;
        return response;
      },
      json: (body: unknown) => void (answer.body = body),
      send: (body: unknown) => void (answer.body = body),
      end: () => undefined,
    };
    const request = {
      method,
      query: { ...given.query, nextauth: path.split("/") },
      body: given.body ?? {},
      cookies: Object.fromEntries(jar),
      headers: { "user-agent": userAgent },
    };
    await NextAuth(
      request as unknown as NextApiRequest,
      response as unknown as NextApiResponse,
      authOptions({ db, ip, userAgent, cookies: cookie(), onSignIn: (id) => keep(deviceCookie(id)) }),
    );
    const cookies = [headers["Set-Cookie"] ?? []].flat();
    cookies.forEach(keep);
    return { ...answer, location: (headers.Location as string | undefined) ?? null };
  }

  async function post(path: string, body: Body = {}): Promise<Answer & { cookies?: never }> {
    const { body: csrf } = await ask("GET", "csrf");
    return ask("POST", path, {
      body: { csrfToken: (csrf as { csrfToken: string }).csrfToken, json: "true", ...body },
    });
  }

  return {
    ask,
    post,
    keep,
    jar,
    cookie,
    /** The page it was sent to, or the error that the sign-in form reads from it. */
    signIn: async (email: string, password: string, callbackUrl = "/") => {
      const answer = await post("callback/credentials", { email, password, callbackUrl });
      const url = (answer.body as { url: string }).url;
      return {
        status: answer.status,
        url,
        error: new URL(url, "http://localhost:3000").searchParams.get("error"),
      };
    },
    signOut: () => post("signout", { callbackUrl: "/" }),
    claims: () => claimsFromCookies(cookie()),
  };
}
