import { availableParallelism } from "node:os";
import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
import { isGstin } from "~/domain/gst";

type Source = Record<string, string | undefined>;

/** One variable is wrong or missing. `message` is a whole sentence that names it; it never holds a secret. */
export class EnvError extends Error {
  override name = "EnvError";
}

const url = (protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be an address such as ${example}`,
    );

const wholeNumber = (what: string, min: number, max: number) => {
  const rule = `must be ${what}, a whole number from ${min} to ${max}`;
  const inRange = (value: number) => value >= min && value <= max;
  return z.string().regex(/^\d+$/, rule).transform(Number).refine(inRange, rule);
};

const whole = (what: string, min: number, max: number, fallback: number) =>
  wholeNumber(what, min, max).default(fallback);

const secret = z
  .string()
  .min(8, "must be at least 8 characters, and hard to guess (`openssl rand -base64 32` makes a good one)");

/** Secrets of before, apart by commas. */
const formerSecrets = z
  .string()
  .default("")
  .transform((text) => text.split(",").map((one) => one.trim()).filter(Boolean))
  .refine((list) => list.every((one) => one.length >= 8), "must be secrets of at least 8 characters apart by commas");

/** A PEM text, whose line breaks many dashboards can only keep as "\\n". */
const pem = (kind: string) =>
  z
    .string()
    .transform((text) => text.replaceAll("\\n", "\n"))
    .refine((text) => text.includes(`${kind}-----`), `must be a PEM text (-----BEGIN ${kind}-----)`)
    .optional();

const UNIT_SECONDS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** "15m", "7d": in seconds. */
const lifetime = (fallback: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}[smhd]$/, "must be a time such as 15m, 12h or 7d")
    .default(fallback)
    .transform((text) => Number(text.slice(0, -1)) * (UNIT_SECONDS[text.slice(-1)] ?? 1));

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;

/** Addresses apart by commas; "*" is everybody. */
const origins = z
  .string()
  .default("")
  .transform((text) => text.split(",").map((one) => one.trim()).filter(Boolean))
  .refine(
    (list) => list.every((one) => one === "*" || isOrigin(one)),
    'must be "*", or origins such as https://app.example.com apart by commas',
  );

const hostPorts = z
  .string()
  .default("")
  .transform((text) => text.split(",").map((one) => one.trim()).filter(Boolean))
  .refine((list) => list.every((one) => /^[^\s:]+:\d+$/.test(one)), "must be hosts such as 127.0.0.1:4000 apart by commas");

const server = {
  NODE_ENV: z
    .enum(["development", "test", "production"], { error: "must be development, test or production" })
    .default("development"),
  /** Set by `npm start` and `npm run dev`: one person's machine, where a sandbox gateway is welcome. */
  AISLE_LOCAL: z.stringbool({ error: "must be 1 or 0" }).default(false),
  DATABASE_URL: url(["postgres:", "postgresql:"], "postgresql://user:password@host:5432/aisle"),
  /** Connections this process may hold; behind a pooler keep it small. */
  DATABASE_POOL_SIZE: whole("a count of connections", 1, 100, 8),
  /** Whether statements are prepared by name: 0 behind a pooler in transaction mode that does not follow them. */
  DATABASE_PREPARE: z.stringbool({ error: "must be 1 or 0" }).default(true),
  PORT: whole("a port", 1, 65_535, 3000),
  /** The address to listen on. Left out: this machine alone on a local product, else every address it has. */
  HOST: z.string().regex(/^[\w.:-]+$/, "must be an address of this machine, such as 0.0.0.0").optional(),
  /** Processes that answer; "auto" is one a core. */
  WEB_CONCURRENCY: z
    .preprocess((value) => (value === "auto" ? `${availableParallelism()}` : value), wholeNumber("auto or a count of processes", 1, 64).default(1)),
  DATA_DIR: z.string().default(".data"),
  NEXTAUTH_SECRET: secret.optional(),
  /** What NEXTAUTH_SECRET was before it was exchanged: sign-ins by these hold until they end by themselves. */
  NEXTAUTH_SECRET_FORMER: formerSecrets,
  /** Signs tickets; apart from the sessions' secret, which may change while tickets are out. */
  TICKET_SECRET: secret.optional(),
  NEXTAUTH_URL: url(["http:", "https:"], "https://tickets.example.com").optional(),
  VERCEL_URL: z.string().optional(),
  /** Signs the tokens of the public API. */
  JWT_SECRET: secret.optional(),
  /** How long an access token and a refresh token of the API hold: "7d"; read as seconds. */
  JWT_EXPIRES_IN: lifetime("7d"),
  JWT_REFRESH_EXPIRES_IN: lifetime("30d"),
  /** Web pages elsewhere whose scripts may call the API. */
  CORS_ORIGIN: origins,
  /** Receivers of webhooks that may be at a private address: for trying it out on one's own machine. */
  WEBHOOK_PRIVATE_HOSTS: hostPorts,
  CRON_SECRET: secret.optional(),
  /** What Prometheus sends to /api/metrics; left out, the scheduler's. */
  METRICS_SECRET: secret.optional(),
  /** Whether admins, and organizers who refund, have to show a second factor. Left out: in production. */
  SECOND_FACTOR_REQUIRED: z.stringbool({ error: "must be 1 or 0" }).optional(),
  /** Proxies in front of this process whose X-Forwarded-For may be believed; 1 on Vercel. 0: the socket's address. */
  TRUST_PROXY: wholeNumber("a count of proxies", 0, 5).optional(),
  SEAT_HOLD_TTL: whole("a time in seconds", 1, 86_400, 600),
  BOOKING_TTL: whole("a time in seconds", 1, 86_400, 600),
  MAX_SEATS_PER_USER: whole("a count of seats", 1, 100, 6),
  PAYMENT_GATEWAY: z.enum(["sandbox", "razorpay"], { error: 'must be "sandbox" or "razorpay"' }).optional(),
  RAZORPAY_KEY_ID: z.string().optional(),
  RAZORPAY_KEY_SECRET: z.string().optional(),
  RAZORPAY_WEBHOOK_SECRET: z.string().optional(),
  RAZORPAY_BASE_URL: url(["http:", "https:"], "https://api.razorpay.com").default("https://api.razorpay.com"),
  /** Who sells where an organizer has given no details of their own: what an invoice says. */
  SELLER_NAME: z.string().default("Aisle Tickets"),
  SELLER_ADDRESS: z.string().default("12 Horniman Circle, Fort, Mumbai 400001"),
  SELLER_GSTIN: z.string().refine(isGstin, "must be a GSTIN, such as 27AAPFU0939F1ZV").optional(),
  /** Uploads go to this bucket instead of DATA_DIR. */
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  /** Of another maker than Amazon. */
  S3_ENDPOINT: url(["http:", "https:"], "https://s3.example.com").optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Wallet passes; each wallet's button stands where all of its own are set. Keys are PEM, line breaks may be "\n". */
  APPLE_PASS_TYPE_ID: z.string().optional(),
  APPLE_TEAM_ID: z.string().optional(),
  APPLE_PASS_CERTIFICATE: pem("CERTIFICATE"),
  APPLE_PASS_KEY: pem("PRIVATE KEY"),
  APPLE_WWDR_CERTIFICATE: pem("CERTIFICATE"),
  GOOGLE_WALLET_ISSUER_ID: z.string().regex(/^\d+$/, "must be the issuer's number").optional(),
  GOOGLE_WALLET_EMAIL: z.string().includes("@", { error: "must be the service account's address" }).optional(),
  GOOGLE_WALLET_KEY: pem("PRIVATE KEY"),
  SMTP_URL: url(["smtp:", "smtps:"], "smtp://user:password@mail.example.com:587").optional(),
  MAIL_FROM: z
    .string()
    .includes("@", { error: "must be a mail address" })
    .default("Aisle <tickets@aisle.test>"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], {
      error: "must be trace, debug, info, warn, error or silent",
    })
    .default("info"),
};

const checked = z.object(server);
type Values = z.infer<typeof checked>;

/** What a guess at these would open is tried offline: so long, and nobody guesses. */
const SECRETS = ["NEXTAUTH_SECRET", "TICKET_SECRET", "JWT_SECRET", "CRON_SECRET", "METRICS_SECRET"] as const;
const SECRET_LENGTH = 32;

const inProduction = (values: Values) => values.NODE_ENV === "production" && !values.AISLE_LOCAL;

/** What one variable asks of another: [the one to set, why]. */
function missing(values: Values): [keyof Values, string] | undefined {
  const production = inProduction(values);
  const short = production && SECRETS.find((name) => (values[name]?.length ?? SECRET_LENGTH) < SECRET_LENGTH);
  if (short) return [short, `must have at least ${SECRET_LENGTH} characters in production (\`openssl rand -base64 32\` makes a good one)`];
  if (production && values.NEXTAUTH_SECRET_FORMER.some((one) => one.length < SECRET_LENGTH))
    return ["NEXTAUTH_SECRET_FORMER", `must have secrets of at least ${SECRET_LENGTH} characters in production`];
  if (production && !values.NEXTAUTH_SECRET) return ["NEXTAUTH_SECRET", "must be set in production"];
  if (production && !values.TICKET_SECRET) return ["TICKET_SECRET", "must be set in production"];
  if (production && !values.JWT_SECRET) return ["JWT_SECRET", "must be set in production"];
  if (production && !values.CRON_SECRET) return ["CRON_SECRET", "must be set in production"];
  if (production && !values.NEXTAUTH_URL && !values.VERCEL_URL)
    return ["NEXTAUTH_URL", "must be set in production to the address that buyers open"];
  if (production && !values.PAYMENT_GATEWAY)
    return [
      "PAYMENT_GATEWAY",
      'must be set in production to "razorpay", or to "sandbox" where no money shall move',
    ];
  if (production && values.TRUST_PROXY === undefined && !values.VERCEL_URL)
    return [
      "TRUST_PROXY",
      "must be set in production to the count of proxies in front: 1 behind one, 0 where visitors reach this process themselves",
    ];
  const storageKey = (["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const).find((name) => !values[name]);
  if (values.S3_BUCKET && storageKey) return [storageKey, "must be set where S3_BUCKET is"];
  if (values.PAYMENT_GATEWAY !== "razorpay") return undefined;
  const key = (["RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRET"] as const).find(
    (name) => !values[name],
  );
  return key && [key, 'must be set where PAYMENT_GATEWAY is "razorpay"'];
}

function complete(values: Values) {
  const own = values.VERCEL_URL ? `https://${values.VERCEL_URL}` : `http://localhost:${values.PORT}`;
  return {
    ...values,
    TRUST_PROXY: values.TRUST_PROXY ?? (values.VERCEL_URL ? 1 : 0),
    SECOND_FACTOR_REQUIRED: values.SECOND_FACTOR_REQUIRED ?? inProduction(values),
    PAYMENT_GATEWAY: values.PAYMENT_GATEWAY ?? ("sandbox" as const),
    /** Where buyers find the shop, without a slash at the end. */
    APP_URL: (values.NEXTAUTH_URL ?? own).replace(/\/+$/, ""),
  };
}

/**
 * Checks `source` and fills in what has a default. Times are in seconds.
 *
 * `building` is for `next build`, which runs on machines that have none of this: then a variable that has no
 * default reads as a stand-in that works nowhere.
 *
 * @throws EnvError with one sentence that names the first variable that is wrong.
 */
export function readEnv(source: Source, building = false) {
  const standIns: Source = building ? { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" } : {};
  const names = Object.keys(server) as (keyof typeof server)[];
  const given = Object.fromEntries(names.map((name) => [name, source[name] || standIns[name]])) as Record<
    keyof typeof server,
    string | undefined
  >;
  return createEnv({
    server,
    // The tests of whole screens have browser and server in one process.
    isServer: typeof window === "undefined" || source.VITEST !== undefined,
    client: {},
    runtimeEnv: given,
    createFinalSchema: () =>
      checked
        .superRefine((values, context) => {
          const gap = building ? undefined : missing(values);
          if (gap) context.addIssue({ code: "custom", path: [gap[0]], message: gap[1] });
        })
        .transform(complete),
    onValidationError: (issues) => {
      const [issue] = issues;
      const name = String(issue?.path?.[0] ?? "The environment");
      const text = source[name] ? issue?.message : issue?.message.replace(/^Invalid input.*/, "must be set");
      throw new EnvError(`${name} ${text}.`);
    },
  });
}
