import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { zipSync, type Zippable } from "fflate";
import forge from "node-forge";
import { addressOf } from "~/lib/address";
import { formatWhen } from "~/lib/dates";
import type { TicketsOfBooking } from "../list-tickets";
import type { AppleKeys } from "~/server/services/tickets/wallets";

type Ticket = TicketsOfBooking["tickets"][number];

/**
 * One ticket as Apple Wallet takes it ("Wallet Passes", Apple's developer documentation): pass.json and pictures, a
 * manifest of their SHA-1 digests, and over the manifest a detached PKCS #7 signature with the pass type's certificate
 * and Apple's WWDR certificate; all of it zipped.
 */
export async function applePass(booking: TicketsOfBooking, ticket: Ticket, keys: AppleKeys): Promise<Uint8Array> {
  const icon = await readFile(path.join(process.cwd(), "public/icon-192.png"));
  const files: Record<string, Uint8Array> = {
    "pass.json": Buffer.from(JSON.stringify(passOf(booking, ticket, keys))),
    "icon.png": icon,
    "icon@2x.png": icon,
    "logo.png": icon,
  };
  const manifest = Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha1(bytes)]))));
  const whole: Zippable = { ...files, "manifest.json": manifest, signature: signatureOf(manifest, keys) };
  return zipSync(whole);
}

/** Several tickets in one answer: "Distributing multiple passes", a zip of passes. */
export function bundle(passes: readonly Uint8Array[]): Uint8Array {
  return zipSync(Object.fromEntries(passes.map((bytes, index) => [`ticket-${index + 1}.pkpass`, bytes])));
}

function passOf({ event, bookingNumber }: TicketsOfBooking, { id, code, sectionName, rowLabel, seatLabel }: Ticket, { passTypeId, teamId }: AppleKeys) {
  const { venue } = event;
  return {
    formatVersion: 1,
    passTypeIdentifier: passTypeId,
    teamIdentifier: teamId,
    organizationName: "Aisle",
    serialNumber: id,
    description: `Ticket: ${event.title}`,
    relevantDate: event.startsAt.toISOString(),
    foregroundColor: "rgb(255, 255, 255)",
    labelColor: "rgb(230, 200, 190)",
    backgroundColor: "rgb(33, 20, 30)",
    sharingProhibited: true,
    barcodes: [{ format: "PKBarcodeFormatQR", message: code, messageEncoding: "iso-8859-1" }],
    eventTicket: {
      headerFields: [{ key: "seat", label: `Row ${rowLabel}`, value: seatLabel }],
      primaryFields: [{ key: "event", label: sectionName, value: event.title }],
      secondaryFields: [
        { key: "when", label: "When", value: formatWhen(event.startsAt, venue) },
        { key: "where", label: "Where", value: venue.name },
      ],
      backFields: [
        { key: "booking", label: "Booking", value: bookingNumber },
        { key: "address", label: "Address", value: addressOf(venue) },
      ],
    },
  };
}

function signatureOf(manifest: Buffer, { certificate, key, wwdr }: AppleKeys): Uint8Array {
  const message = forge.pkcs7.createSignedData();
  message.content = forge.util.createBuffer(manifest.toString("binary"));
  const signer = forge.pki.certificateFromPem(certificate);
  message.addCertificate(forge.pki.certificateFromPem(wwdr));
  message.addCertificate(signer);
  message.addSigner({
    key: forge.pki.privateKeyFromPem(key),
    certificate: signer,
    digestAlgorithm: forge.pki.oids.sha256!,
    authenticatedAttributes: [
      { type: forge.pki.oids.contentType!, value: forge.pki.oids.data! },
      { type: forge.pki.oids.messageDigest! },
      { type: forge.pki.oids.signingTime!, value: new Date() as never },
    ],
  });
  message.sign({ detached: true });
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), "binary");
}

const sha1 = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest("hex");
