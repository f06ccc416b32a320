/** What the security log knows, by one name each, and how a person says it. */
export const securityKinds = {
  "sign-in": "Signed in",
  "sign-in-failed": "Wrong password",
  "sign-in-locked": "Too many tries to sign in",
  "second-factor-failed": "Wrong second-factor code",
  "second-factor-on": "Second factor set up",
  "second-factor-off": "Second factor taken off",
  "recovery-code-used": "Signed in with a recovery code",
  "password-changed": "Password changed",
  "reset-asked": "Password reset asked for",
  "reset-used": "Password reset used",
  "sessions-ended": "Signed out everywhere",
  refused: "Refused access",
  "role-changed": "Role changed",
  suspended: "Account suspended",
  reinstated: "Account let in again",
  "data-exported": "Personal data exported",
  "account-deleted": "Account deleted",
  "key-made": "API key made",
  "key-used": "API key used",
  "key-revoked": "API key revoked",
  "key-refused": "API key refused",
} as const;

export type SecurityKind = keyof typeof securityKinds;

export const securityKindNames = Object.keys(securityKinds) as SecurityKind[];
