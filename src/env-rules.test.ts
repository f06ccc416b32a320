import { describe, expect, it } from "vitest";
import { EnvError, readEnv } from "./env-rules";

const DATABASE_URL = "postgresql://aisle:secret@127.0.0.1:5432/aisle";
const production = {
  DATABASE_URL,
  NODE_ENV: "production",
  NEXTAUTH_SECRET: "n".repeat(32),
  TICKET_SECRET: "t".repeat(32),
  JWT_SECRET: "j".repeat(32),
  NEXTAUTH_URL: "https://tickets.example.com/",
  CRON_SECRET: "c".repeat(32),
  PAYMENT_GATEWAY: "sandbox",
  TRUST_PROXY: "0",
};

const refusal = (source: Record<string, string | undefined>): string => {
  try {
    readEnv(source);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as Error).message;
  }
  return "";
};

describe("readEnv", () => {
  it("fills in the contract's values", () => {
    expect(readEnv({ DATABASE_URL })).toMatchObject({
      PORT: 3000,
      DATA_DIR: ".data",
      SEAT_HOLD_TTL: 600,
      BOOKING_TTL: 600,
      MAX_SEATS_PER_USER: 6,
      PAYMENT_GATEWAY: "sandbox",
      APP_URL: "http://localhost:3000",
    });
  });

  it("wants the keys of a bucket that is named", () => {
    const bucket = { DATABASE_URL, S3_BUCKET: "aisle", S3_ACCESS_KEY_ID: "id" };
    expect(refusal(bucket)).toBe("S3_SECRET_ACCESS_KEY must be set where S3_BUCKET is.");
    expect(refusal({ ...bucket, S3_SECRET_ACCESS_KEY: "key" })).toBe("");
  });

  it("takes an empty variable for none", () => {
    expect(readEnv({ DATABASE_URL, PORT: "", NEXTAUTH_URL: "" }).APP_URL).toBe("http://localhost:3000");
  });

  it("knows where buyers find the shop", () => {
    expect(readEnv(production).APP_URL).toBe("https://tickets.example.com");
    expect(readEnv({ DATABASE_URL, PORT: "4000" }).APP_URL).toBe("http://localhost:4000");
    expect(readEnv({ DATABASE_URL, VERCEL_URL: "aisle.vercel.app" }).APP_URL).toBe(
      "https://aisle.vercel.app",
    );
  });

  it.each([
    ["DATABASE_URL", "mysql://x"],
    ["PORT", "70000"],
    ["SEAT_HOLD_TTL", "ten"],
    ["BOOKING_TTL", "0"],
    ["JWT_EXPIRES_IN", "a week"],
    ["JWT_REFRESH_EXPIRES_IN", "0d"],
    ["CORS_ORIGIN", "https://app.example.com/"],
    ["WEBHOOK_PRIVATE_HOSTS", "10.0.0.7"],
    ["MAX_SEATS_PER_USER", "-1"],
    ["PAYMENT_GATEWAY", "stripe"],
    ["NEXTAUTH_URL", "localhost:3000"],
    ["SMTP_URL", "http://mail"],
    ["MAIL_FROM", "nobody"],
    ["NODE_ENV", "live"],
    ["AISLE_LOCAL", "perhaps"],
    ["CRON_SECRET", "short"],
    ["NEXTAUTH_SECRET", "short"],
  ])("refuses a wrong %s in one sentence that names it and not its value", (name, value) => {
    const words = refusal({ DATABASE_URL, [name]: value });
    expect(words).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`));
    if (value.length > 2) expect(words).not.toContain(value);
  });

  it("asks for the database", () => {
    expect(refusal({})).toBe("DATABASE_URL must be set.");
  });

  it.each(["NEXTAUTH_SECRET", "TICKET_SECRET", "CRON_SECRET", "NEXTAUTH_URL", "PAYMENT_GATEWAY"])(
    "asks for %s in production",
    (name) => {
      expect(refusal(production)).toBe("");
      expect(refusal({ ...production, [name]: undefined })).toMatch(
        new RegExp(`^${name} must be set in production`),
      );
      expect(refusal({ ...production, [name]: undefined, AISLE_LOCAL: "1" })).toBe("");
    },
  );

  it.each(["NEXTAUTH_SECRET", "TICKET_SECRET", "JWT_SECRET", "CRON_SECRET", "METRICS_SECRET"])("refuses a %s of 31 characters in production", (name) => {
    const short = { ...production, [name]: "x".repeat(31) };
    expect(refusal(short)).toMatch(new RegExp(`^${name} must have at least 32 characters in production`));
    expect(refusal({ ...short, AISLE_LOCAL: "1" })).toBe("");
  });

  it("takes former secrets apart by commas, and in production none of 31 characters", () => {
    const former = (NEXTAUTH_SECRET_FORMER: string) => ({ ...production, NEXTAUTH_SECRET_FORMER });
    expect(readEnv(former(`${"a".repeat(32)}, ${"b".repeat(32)}`)).NEXTAUTH_SECRET_FORMER).toEqual(["a".repeat(32), "b".repeat(32)]);
    expect(refusal(former(`${"a".repeat(32)},${"b".repeat(31)}`))).toMatch(/^NEXTAUTH_SECRET_FORMER must have secrets of at least 32/);
    expect(readEnv(production).NEXTAUTH_SECRET_FORMER).toEqual([]);
  });

  it("asks for a second factor in production, and elsewhere where told", () => {
    const asked = (source: Record<string, string>) => readEnv({ DATABASE_URL, ...source }).SECOND_FACTOR_REQUIRED;
    expect([asked({}), asked(production), asked({ ...production, AISLE_LOCAL: "1" })]).toEqual([false, true, false]);
    expect([asked({ SECOND_FACTOR_REQUIRED: "1" }), asked({ ...production, SECOND_FACTOR_REQUIRED: "0" })]).toEqual([true, false]);
  });

  it.each(["RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRET"])(
    "asks for %s with Razorpay",
    (name) => {
      const razorpay = { RAZORPAY_KEY_ID: "a", RAZORPAY_KEY_SECRET: "b", RAZORPAY_WEBHOOK_SECRET: "c" };
      const all = { DATABASE_URL, PAYMENT_GATEWAY: "razorpay", ...razorpay };
      expect(refusal(all)).toBe("");
      expect(refusal({ ...all, [name]: undefined })).toMatch(new RegExp(`^${name} must be set`));
    },
  );

  it("needs nothing to build", () => {
    expect(() => readEnv({ NODE_ENV: "production" }, true)).not.toThrow();
  });
});
