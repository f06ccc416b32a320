import { createHash } from "node:crypto";
import type { Tx } from "~/server/db/db";
import { issueToken } from "./one-time-token";

/** `name` is left out where the address may be a stranger's: nobody shall put words into our mails to others. */
type Person = { id: string; name?: string; email: string };
/** Whoever has the address; there may be no account of theirs yet. */
type Addressee = { id: string | null; name?: string; email: string };

type Mail = {
  template: "verify-email" | "password-reset" | "password-changed" | "second-factor" | "token-reused" | "sign-in-code";
  title: string;
  body: string;
  action?: { label: string; path: string };
  /** Tells it from the next one of its kind. */
  once: string;
};

/** A mail about someone's account, written in the transaction that decided it. `action.path` is on this shop. */
async function write(tx: Tx, person: Addressee, { template, once, ...words }: Mail): Promise<void> {
  await tx.outboxMessage.create({
    data: {
      template,
      recipient: person.email,
      userId: person.id,
      payload: { ...(person.name && { name: person.name }), ...words },
      dedupeKey: `mail:${template}:${person.id ?? "new"}:${createHash("sha256").update(once).digest("hex").slice(0, 32)}`,
    },
    select: { id: true },
  });
}

/** The link by which someone shows that an address is theirs. */
export async function mailVerification(tx: Tx, { id, email }: Person): Promise<void> {
  const person = { id, email };
  const token = await issueToken({ tx, userId: person.id, kind: "VERIFY_EMAIL" });
  await write(tx, person, {
    template: "verify-email",
    title: "Is this your address?",
    body: "Confirm it, so that your tickets surely reach you. The link works for three days. If you did not open an account at Aisle, leave this mail be.",
    action: { label: "Confirm my address", path: `/verify-email?token=${token}` },
    once: token,
  });
}

/** The link by which someone who lost their password chooses another. */
export async function mailPasswordReset(tx: Tx, person: Person): Promise<void> {
  const token = await issueToken({ tx, userId: person.id, kind: "PASSWORD_RESET" });
  await write(tx, person, {
    template: "password-reset",
    title: "Choose a new password",
    body: "The link works once, for one hour. If you did not ask for it, leave this mail be: your password stays as it is.",
    action: { label: "Choose a new password", path: `/reset-password?token=${token}` },
    once: token,
  });
}

/** The code by which an address signs in without a password. */
export async function mailSignInCode(tx: Tx, person: Addressee, code: string): Promise<void> {
  await write(tx, person, {
    template: "sign-in-code",
    title: `${code} is your code for Aisle`,
    body: `Type ${code} where you are signing in. It works once, for ten minutes. If it was not you who asked, leave this mail be: without the code nobody gets in.`,
    once: `${person.email} ${code} ${Date.now()}`,
  });
}

/** The news that a password was changed, for the case that it was someone else. */
export async function mailPasswordChanged(tx: Tx, person: Person, sessionVersion: number): Promise<void> {
  await write(tx, person, {
    template: "password-changed",
    title: "Your password was changed",
    body: "Every other device is signed out. If it was not you, choose a new password now.",
    action: { label: "It was not me", path: "/forgot-password" },
    once: String(sessionVersion),
  });
}

/** The news that sign-ins ask for a second factor from now on, or no longer do. */
export async function mailSecondFactor(tx: Tx, person: Person, { on, once }: { on: boolean; once: string }): Promise<void> {
  await write(tx, person, {
    template: "second-factor",
    title: on ? "Sign-ins now ask for a code" : "Sign-ins no longer ask for a code",
    body: on
      ? "From now on signing in takes your password and a code of your authenticator app. Every other device is signed out. If it was not you, choose a new password now."
      : "Your password alone opens your account again. If it was not you, choose a new password now.",
    action: { label: "See my account", path: "/profile#second-factor" },
    once,
  });
}

const REUSED = {
  title: "One of your sign-ins was ended",
  body: "A key of this sign-in that had been used before was shown again, so somebody may have copied it. We ended that sign-in. If you do not know why, choose a new password.",
};

/** The news that a refresh token came a second time, as a mail and in the shop. */
export async function mailTokenReused(tx: Tx, person: Person, once: string): Promise<void> {
  await tx.notification.createMany({
    data: [{ userId: person.id, type: "token-reused", ...REUSED, href: "/profile", dedupeKey: `token-reused:${once}` }],
    skipDuplicates: true,
  });
  await write(tx, person, {
    template: "token-reused",
    ...REUSED,
    action: { label: "See where I am signed in", path: "/profile" },
    once,
  });
}
