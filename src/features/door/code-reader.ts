import type { BarcodeDetector as Ponyfill } from "barcode-detector/ponyfill";

export type CodeReader = { read(source: HTMLVideoElement): Promise<string | null> };
type Detector = Pick<Ponyfill, "detect">;

/** The browser's own reader of QR codes, or one that this server brings along. */
export async function openCodeReader(): Promise<CodeReader> {
  const detector = (await ownDetector()) ?? (await broughtDetector());
  return {
    async read(source) {
      const [found] = await detector.detect(source);
      return found?.rawValue ?? null;
    },
  };
}

async function ownDetector(): Promise<Detector | null> {
  const Own = (globalThis as { BarcodeDetector?: typeof Ponyfill }).BarcodeDetector;
  if (!Own) return null;
  try {
    const formats = await Own.getSupportedFormats();
    return formats.includes("qr_code") ? new Own({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
}

async function broughtDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import("barcode-detector/ponyfill");
  prepareZXingModule({ overrides: { locateFile: (file: string) => `/door/${file}` } });
  return new BarcodeDetector({ formats: ["qr_code"] });
}
