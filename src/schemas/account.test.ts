import { describe, expect, it } from "vitest";
import {
  changePasswordSchema,
  emailSchema,
  nameSchema,
  newPasswordSchema,
  phoneSchema,
  registerSchema,
} from "./account";

const message = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message;

describe("an address", () => {
  it("is trimmed and lowered", () =>
    expect(emailSchema.parse("  Asha.Rao@Example.COM ")).toBe("asha.rao@example.com"));
  it.each(["", "asha", "asha@", "a b@c.de", "asha@example", "a\u0000@b.de", `${"a".repeat(250)}@b.de`])(
    "is not %j",
    (text) => expect(emailSchema.safeParse(text).success).toBe(false),
  );
});

describe("a new password", () => {
  it("needs eight characters", () => {
    expect(message(newPasswordSchema.safeParse("1234567"))).toMatch(/at least 8/);
    expect(newPasswordSchema.parse("12345678")).toBe("12345678");
  });
  it("is refused over 72 bytes, counted as bytes", () => {
    expect(newPasswordSchema.safeParse("a".repeat(72)).success).toBe(true);
    expect(message(newPasswordSchema.safeParse("a".repeat(73)))).toMatch(/72 bytes/);
    expect(newPasswordSchema.safeParse("अ".repeat(24)).success).toBe(true);
    expect(message(newPasswordSchema.safeParse("अ".repeat(25)))).toMatch(/72 bytes/);
  });
  it("is one whichever way its accents are typed", () =>
    expect(newPasswordSchema.parse("cafe\u0301 au lait")).toBe(newPasswordSchema.parse("caf\u00e9 au lait")));
  it("holds no NUL, at which bcrypt would begin again", () =>
    expect(newPasswordSchema.safeParse("abcd\u0000abcd").success).toBe(false));
  it("is another one than the current", () => {
    const same = changePasswordSchema.safeParse({
      currentPassword: "aisle-demo-1",
      newPassword: "aisle-demo-1",
    });
    expect(same.error?.issues[0]).toMatchObject({ path: ["newPassword"] });
  });
});

describe("a phone number", () => {
  it.each([
    ["98765 43210", "+919876543210"],
    ["098765-43210", "+919876543210"],
    ["+91 98765 43210", "+919876543210"],
    ["91 9876543210", "+919876543210"],
    ["+91 22 2659 1234", "+912226591234"],
    ["+44 (0)20 7946 0958", "+442079460958"],
    ["+1 415 555 2671", "+14155552671"],
    ["  ", null],
  ])("%j is %j", (text, phone) => expect(phoneSchema.parse(text)).toBe(phone));
  it.each([
    "12345",
    "5876543210",
    "+91 98765",
    "call me",
    "+0 123 456 789",
    "9876543210 ext 4",
    "+1234567890123456",
  ])("is not %j", (text) => expect(message(phoneSchema.safeParse(text))).toMatch(/ten digits/));
});

describe("a name", () => {
  it.each(["", " A ", "a\u0000b", "a\nb", "x".repeat(81)])("is not %j", (text) =>
    expect(nameSchema.safeParse(text).success).toBe(false),
  );
  it.each(["अशा राव", "Nguyễn Thị O'Brien-Smith", "Jo"])("is %s", (text) =>
    expect(nameSchema.parse(text)).toBe(text),
  );
});

it("registers without a phone", () => {
  const parsed = registerSchema.parse({
    name: "Asha Rao",
    email: "asha@example.com",
    password: "aisle-demo-1",
  });
  expect(parsed.phone).toBeUndefined();
});
