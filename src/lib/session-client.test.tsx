import { beforeEach, describe, expect, it, vi } from "vitest";
import { signIn } from "./session-client";

const fetched = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>();
const answer = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body)));
const given = { email: "asha@example.com", password: "a&b=c %" };

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});

describe("signIn", () => {
  it("sends the form's token and what was typed, whatever signs are in it", async () => {
    fetched
      .mockReturnValueOnce(answer({ csrfToken: "token" }))
      .mockReturnValueOnce(answer({ url: "http://localhost:3000/" }));
    expect(await signIn(given)).toEqual({ ok: true });
    const [path, init] = fetched.mock.calls[1]!;
    expect(path).toBe("/api/auth/callback/credentials");
    expect(Object.fromEntries(init!.body as URLSearchParams)).toMatchObject({
      ...given,
      csrfToken: "token",
      json: "true",
    });
  });

  it.each([
    ["WRONG_PASSWORD", /do not belong together/],
    ["RATE_LIMITED:720", /try again in 12 minutes/],
    ["SECOND_FACTOR_REQUIRED", /code of your authenticator app/],
    ["SECOND_FACTOR_REQUIRED:wrong", /wrong, or was used already/],
    ["UNAVAILABLE", /cannot reach our records/],
    ["anything else", /not your doing/],
  ])("says what %s means", async (error, sentence) => {
    const url = `http://localhost:3000/api/auth/error?error=${encodeURIComponent(error)}`;
    fetched.mockReturnValueOnce(answer({ csrfToken: "token" })).mockReturnValueOnce(answer({ url }));
    expect(await signIn(given)).toMatchObject({ ok: false, message: expect.stringMatching(sentence) });
  });

  it("says when nothing was reached", async () => {
    fetched.mockRejectedValue(new TypeError("fetch failed"));
    expect(await signIn(given)).toMatchObject({ ok: false, message: expect.stringMatching(/connection/) });
  });
});
