import { createHash, createVerify, generateKeyPairSync } from "node:crypto";
import { unzipSync } from "fflate";
import forge from "node-forge";
import { describe, expect, it } from "vitest";
import type { TicketsOfBooking } from "../list-tickets";
import { applePass, bundle } from "./apple-pass";
import { googleLink } from "./google-link";
import { walletsAtHand } from "~/server/services/tickets/wallets";

const booking = {
  id: "booking",
  bookingNumber: "AIS-1",
  buyerName: "Asha Rao",
  event: {
    id: "evening",
    title: "An evening",
    startsAt: new Date("2026-12-01T14:00:00Z"),
    endsAt: null,
    venue: { name: "Hall", address: "1 Marine Drive", city: "Mumbai", timeZone: "Asia/Kolkata" },
  },
  tickets: [{ id: "one", code: "A2-CODE", sectionName: "Stalls", rowLabel: "C", seatLabel: "12" }],
} as unknown as TicketsOfBooking;

function certified(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey.export({ type: "spki", format: "pem" }).toString());
  certificate.serialNumber = "01";
  certificate.validity.notBefore = new Date("2026-01-01");
  certificate.validity.notAfter = new Date("2027-01-01");
  certificate.setSubject([{ name: "commonName", value: name }]);
  certificate.setIssuer([{ name: "commonName", value: name }]);
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  certificate.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(certificate), key, publicKey };
}

describe("a pass for Apple Wallet", () => {
  const mine = certified("Pass Type ID: pass.test");
  const keys = { passTypeId: "pass.test", teamId: "TEAM", certificate: mine.certificate, key: mine.key, wwdr: certified("WWDR").certificate };

  it("lists every file by its SHA-1, and carries code and seat", async () => {
    const files = unzipSync(await applePass(booking, booking.tickets[0]!, keys));
    const { "manifest.json": manifest, signature: _, ...rest } = files;
    const listed = JSON.parse(Buffer.from(manifest!).toString()) as Record<string, string>;
    expect(Object.keys(listed).sort()).toEqual(Object.keys(rest).sort());
    for (const [name, bytes] of Object.entries(rest)) expect([name, listed[name]]).toEqual([name, createHash("sha1").update(bytes).digest("hex")]);
    expect(JSON.parse(Buffer.from(files["pass.json"]!).toString())).toMatchObject({
      formatVersion: 1,
      passTypeIdentifier: "pass.test",
      teamIdentifier: "TEAM",
      serialNumber: "one",
      relevantDate: "2026-12-01T14:00:00.000Z",
      barcodes: [{ format: "PKBarcodeFormatQR", message: "A2-CODE", messageEncoding: "iso-8859-1" }],
      eventTicket: { headerFields: [{ label: "Row C", value: "12" }] },
    });
    expect(Object.keys(unzipSync(bundle([new Uint8Array(1), new Uint8Array(1)])))).toEqual(["ticket-1.pkpass", "ticket-2.pkpass"]);
  });

  it("is signed over its manifest, detached, with both certificates", async () => {
    const { "manifest.json": manifest, signature } = unzipSync(await applePass(booking, booking.tickets[0]!, keys));
    const parsed = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(Buffer.from(signature!).toString("binary"))) as unknown as {
      certificates: unknown[];
      rawCapture: { authenticatedAttributes: forge.asn1.Asn1[]; signature: string; content?: unknown };
    };
    expect(parsed.certificates).toHaveLength(2);
    const { authenticatedAttributes, signature: signed, content } = parsed.rawCapture;
    expect(content).toBeFalsy();
    const set = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, authenticatedAttributes);
    const der = Buffer.from(forge.asn1.toDer(set).getBytes(), "binary");
    expect(createVerify("RSA-SHA256").update(der).verify(mine.publicKey, Buffer.from(signed, "binary"))).toBe(true);
    // The attributes hold the manifest's digest.
    expect(der.includes(createHash("sha256").update(manifest!).digest())).toBe(true);
  });
});

describe("a link for Google Wallet", () => {
  it("is a signed JWT with the event and its tickets", () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const link = googleLink(booking, { issuerId: "3388", email: "shop@project.iam.gserviceaccount.com", key }, new Date(1_000_000));
    const [head, body, signature] = link.replace("https://pay.google.com/gp/v/save/", "").split(".") as [string, string, string];
    expect(createVerify("RSA-SHA256").update(`${head}.${body}`).verify(publicKey, Buffer.from(signature, "base64url"))).toBe(true);
    const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as object;
    expect(read(head)).toEqual({ alg: "RS256", typ: "JWT" });
    expect(read(body)).toMatchObject({
      iss: "shop@project.iam.gserviceaccount.com",
      aud: "google",
      typ: "savetowallet",
      iat: 1_000,
      payload: {
        eventTicketClasses: [{ id: "3388.event-evening", reviewStatus: "UNDER_REVIEW" }],
        eventTicketObjects: [{ id: "3388.ticket-one", classId: "3388.event-evening", barcode: { type: "QR_CODE", value: "A2-CODE" } }],
      },
    });
  });
});

it("shows no button where there are no keys", () => {
  expect(walletsAtHand()).toEqual([]);
});
