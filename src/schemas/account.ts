import { z } from "zod";

/** bcrypt reads no further; what is longer would be cut off in silence. */
export const MAX_PASSWORD_BYTES = 72;

const hasControlCharacter = (text: string) => /\p{Cc}/u.test(text);

/** Someone's name as it stands on tickets: one line, 2 to 80 characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(2, "Please give your name, as it should stand on your tickets.")
  .max(80, "Please shorten your name to 80 characters.")
  .refine((name) => !hasControlCharacter(name), "Please write your name in plain letters, on one line.")
  // Signs that nobody sees turn a name round on a door's list; joiners between letters belong to Indian scripts.
  .refine((name) => !/(?![\u200c\u200d])\p{Cf}|(?<!\p{L}\p{M}*)[\u200c\u200d]/u.test(name), "Please write your name in plain letters, on one line.")
  // Names stand in mails of ours: they are no place for a stranger's link.
  .refine((name) => !/:\/\/|www\.|@/i.test(name), "Please write your name alone, without an address.");

/** A mail address, trimmed and in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Please give your email address.")
  .max(254, "That eemail address is too long.")
  .pipe(z.email("That does not look like an email address. One looks like asha@example.com."));

/** A password as it was typed, in one Unicode form so that every keyboard gives the same. */
const typedPassword = z.string().transform((password) => password.normalize("NFKC"));

/** A password being chosen: 8 characters or more, 72 bytes or fewer. */
export const newPasswordSchema = typedPassword.pipe(
  z
    .string()
    .min(8, "Please use at least 8 characters.")
    .refine(
      (password) => new TextEncoder().encode(password).length <= MAX_PASSWORD_BYTES,
      `That password is too long: at most ${MAX_PASSWORD_BYTES} bytes count, and emoji and non-Latin letters take 2 to 4 each.`,
    )
    .refine(
      (password) => !hasControlCharacter(password),
      "That password holds a character that cannot be typed.",
    )
    .refine((password) => password.trim().length > 0, "Spaces alone are no password."),
);

/** A password being checked: anything but nothing. */
const givenPasswordSchema = typedPassword.pipe(
  z.string().min(1, "Please enter your password.").max(1_000, "That is not your password."),
);

/**
 * A phone number as E.164 ("+919876543210"). Ten digits from 6 to 9 are an Indian mobile; others begin with + and
 * their country. Empty: null.
 */
export const phoneSchema = z
  .string()
  .trim()
  .max(40, "That phone number is too long.")
  .transform((text, context) => {
    const phone = toE164(text);
    if (phone !== undefined) return phone;
    context.addIssue({
      code: "custom",
      message: "Please give ten digits for an Indian mobile, or + and the country code.",
    });
    return z.NEVER;
  });

function toE164(text: string): string | null | undefined {
  if (!text) return null;
  if (!/^\+?[\d\s().-]+$/.test(text)) return undefined;
  // "+44 (0)20 ...": the zero is for those who call from within.
  const digits = text.replace("(0)", "").replace(/\D/g, "");
  if (!text.startsWith("+")) {
    const indian = /^(?:0|91)?([6-9]\d{9})$/.exec(digits);
    return indian ? `+91${indian[1]}` : undefined;
  }
  if (digits.startsWith("91")) return /^91[1-9]\d{9}$/.test(digits) ? `+${digits}` : undefined;
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
}

export const registerSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  phone: phoneSchema.nullish(),
});

/** Six digits of an authenticator app, or a recovery code; spaces and dashes as people type them. */
export const factorCodeSchema = z.string().trim().min(1, "Please enter the code.").max(40, "That is not a code.");

export const signInSchema = z.object({
  email: emailSchema,
  password: givenPasswordSchema,
  code: factorCodeSchema.optional(),
});

export const updateProfileSchema = z.object({ name: nameSchema.optional(), phone: phoneSchema.nullish() });

/** The same as a form asks it: both are there. */
export const profileFormSchema = z.object({ name: nameSchema, phone: phoneSchema });

export const changePasswordSchema = z
  .object({ currentPassword: givenPasswordSchema, newPassword: newPasswordSchema })
  .refine((input) => input.currentPassword !== input.newPassword, {
    path: ["newPassword"],
    message: "Please choose another password than the current one.",
  });

export const endSessionSchema = z.object({ id: z.uuid() });

const tokenSchema = z
  .string()
  .min(1, "This link is not whole. Open it again from the mail.")
  .max(200, "This link is not whole.");

export const requestPasswordResetSchema = z.object({ email: emailSchema });

/** What the form asks; the token comes with the link. */
export const chooseNewPasswordSchema = z.object({ newPassword: newPasswordSchema });

export const resetPasswordSchema = chooseNewPasswordSchema.extend({ token: tokenSchema });

export const verifyEmailSchema = z.object({ token: tokenSchema });

export const startSecondFactorSchema = z.object({ password: givenPasswordSchema });
export const factorCodeInput = z.object({ code: factorCodeSchema });
export const removeSecondFactorSchema = z.object({ password: givenPasswordSchema, code: factorCodeSchema });

export const deleteAccountSchema = z.object({ password: givenPasswordSchema });

export const requestSignInCodeSchema = z.object({ email: emailSchema });

/** Six digits, however they were typed: "123 456" is the same. */
export const signInCodeSchema = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "The code has six digits."));

/** What the form asks once the code is sent; a name only of who is new, the authenticator app's code of who has one. */
export const codeFormSchema = z.object({ code: signInCodeSchema, name: nameSchema.optional(), factorCode: factorCodeSchema.optional() });

/** `name`: of a new account; whoever has one need not say it. `factorCode`: where the account has a second factor. */
export const codeSignInSchema = codeFormSchema.extend({ email: emailSchema });
