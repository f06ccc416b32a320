import { create } from "qrcode";

/** A QR code as one SVG path on a grid of `size` modules, without its quiet zone. */
export type Qr = { size: number; path: string };

/** Draws a text as QR code, error correction M: a scratched screen still scans. */
export function drawQr(text: string): Qr {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  return { size: modules.size, path };
}
