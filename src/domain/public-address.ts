/**
 * Whether an IP address is one of the public internet. Everything else is refused: loopback, private, link-local (a
 * cloud's own metadata is there), shared, multicast, documentation, reserved; and IPv6 that carries an IPv4 inside
 * (mapped, compatible, NAT64, 6to4, Teredo), whatever it carries.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = parseV4(address);
  if (v4) return isPublicV4(v4);
  const v6 = parseV6(address);
  return v6 !== null && isPublicV6(v6);
}

type Bytes = readonly number[];

function isPublicV4([a = 0, b = 0, c = 0]: Bytes): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b <= 127) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b <= 31) return false;
  if (a === 192 && b === 168) return false;
  if (a === 192 && b === 0 && (c === 0 || c === 2)) return false;
  if (a === 192 && b === 88 && c === 99) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** Global unicast (2000::/3) less what is set apart in it. */
function isPublicV6(words: Bytes): boolean {
  const [a = 0, b = 0] = words;
  if (a < 0x2000 || a > 0x3fff) return false;
  if (a === 0x2001 && (b < 0x0200 || b === 0x0db8)) return false;
  if (a === 0x2002) return false;
  return !(a === 0x3fff && b < 0x1000);
}

function parseV4(text: string): Bytes | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null;
  return parts.map(Number);
}

function parseV6(text: string): Bytes | null {
  if (!/^[0-9a-f:.]+$/i.test(text) || !text.includes(":")) return null;
  const halves = spellOutV4(text).split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return null;
  const words = [...head, ...Array<string>(halves.length === 2 ? gap : 0).fill("0"), ...tail];
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return null;
  return words.map((word) => parseInt(word, 16));
}

/** "::ffff:127.0.0.1" with its end as two words. */
function spellOutV4(text: string): string {
  const at = text.lastIndexOf(":") + 1;
  const v4 = parseV4(text.slice(at));
  if (!v4) return text;
  const word = (high: number, low: number) => (high * 256 + low).toString(16);
  return `${text.slice(0, at)}${word(v4[0]!, v4[1]!)}:${word(v4[2]!, v4[3]!)}`;
}
