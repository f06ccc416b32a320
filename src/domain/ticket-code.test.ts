import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTicketCode, parseTicketCode } from "./ticket-code";

const signatureOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const bytes = signatureOf(16);
const signed = fc.oneof(
  fc.record({ keyVersion: fc.constant(1), signature: bytes }),
  fc.record({ keyVersion: fc.integer({ min: 2, max: 999 }), signature: signatureOf(64) }),
);

describe("a ticket's code", () => {
  it("is read as it was written, also in small letters", () => {
    fc.assert(
      fc.property(fc.uuid(), signed, (itemId, { signature, keyVersion }) => {
        const code = formatTicketCode({ keyVersion, itemId, signature });
        expect(code).toMatch(keyVersion === 1 ? /^A1-[0-9A-Z]{52}$/ : /^A\d+-[0-9A-Z]{129}$/);
        expect(parseTicketCode(` ${code.toLowerCase()}\n`)).toEqual({ keyVersion, itemId, signature });
      }),
    );
  });

  it("has one spelling", () => {
    fc.assert(
      fc.property(fc.uuid(), bytes, fc.nat(54), fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"), (itemId, signature, at, sign) => {
        const code = formatTicketCode({ keyVersion: 1, itemId, signature });
        const other = code.slice(0, at) + sign + code.slice(at + 1);
        const read = parseTicketCode(other);
        if (other !== code && read) expect(formatTicketCode(read)).toBe(other);
        if (other !== code && read) expect(read).not.toEqual(parseTicketCode(code));
      }),
    );
  });

  it.each(["", "A1-", "A0-" + "0".repeat(52), "A1-" + "0".repeat(51), "A1-" + "U".repeat(52), "https://evil.test/" + "0".repeat(40)])(
    "is not %j",
    (text) => expect(parseTicketCode(text)).toBeNull(),
  );
});
