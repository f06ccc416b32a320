/** What an API key may be given to do; each endpoint that takes keys names one. */
export const apiScopes = ["events", "orders", "check-in", "reports"] as const;
export type ApiScope = (typeof apiScopes)[number];

export const KEY_PREFIX = "aisle_";
const RANDOM_SIGNS = 30;
const CHECK_SIGNS = 6;
export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * A key around 30 random signs of base 62 (179 bits): a prefix by which secret scanners know it, and a CRC-32 of the
 * random part as six signs, by which they know a real one without asking us.
 */
export function formatApiKey(random: string): string {
  return `${KEY_PREFIX}${random}${checksum(random)}`;
}

/** Whether a text is a key by its form; whether there is such a key, the database says. */
export function looksLikeApiKey(text: string): boolean {
  const shape = new RegExp(`^${KEY_PREFIX}[0-9A-Za-z]{${RANDOM_SIGNS + CHECK_SIGNS}}$`);
  if (!shape.test(text)) return false;
  const random = text.slice(KEY_PREFIX.length, -CHECK_SIGNS);
  return checksum(random) === text.slice(-CHECK_SIGNS);
}

export const KEY_RANDOM_SIGNS = RANDOM_SIGNS;

function checksum(random: string): string {
  let rest = crc32(random);
  let signs = "";
  for (let i = 0; i < CHECK_SIGNS; i++) {
    signs = BASE62[rest % 62]! + signs;
    rest = Math.floor(rest / 62);
  }
  return signs;
}

/** CRC-32 (ISO-HDLC), as zip has it, of ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
