import { env } from "~/env";

export type WalletKind = "apple" | "google";

/** What Apple's passes are made with, where all of it is set. */
export function appleKeys() {
  const { APPLE_PASS_TYPE_ID: passTypeId, APPLE_TEAM_ID: teamId, APPLE_PASS_CERTIFICATE: certificate, APPLE_PASS_KEY: key, APPLE_WWDR_CERTIFICATE: wwdr } = env;
  return passTypeId && teamId && certificate && key && wwdr ? { passTypeId, teamId, certificate, key, wwdr } : null;
}

export type AppleKeys = NonNullable<ReturnType<typeof appleKeys>>;

/** What Google's links are signed with, where all of it is set. */
export function googleKeys() {
  const { GOOGLE_WALLET_ISSUER_ID: issuerId, GOOGLE_WALLET_EMAIL: email, GOOGLE_WALLET_KEY: key } = env;
  return issuerId && email && key ? { issuerId, email, key } : null;
}

export type GoogleKeys = NonNullable<ReturnType<typeof googleKeys>>;

/** The wallets that a button may be shown for. */
export function walletsAtHand(): WalletKind[] {
  return [...(appleKeys() ? (["apple"] as const) : []), ...(googleKeys() ? (["google"] as const) : [])];
}
