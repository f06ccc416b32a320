import { readFile } from "node:fs/promises";
import path from "node:path";
import fontkit from "@cantoo/fontkit";
import { type PDFDocument, type PDFFont, type PDFPage, type RGB } from "@cantoo/pdf-lib";

// The font comes as two files: the second has the rupee sign and the letters beyond Western Europe.
const FILES = path.join(process.cwd(), "node_modules/@fontsource/inter/files");
const pieces = ["latin", "latin-ext"] as const;

const read = new Map<string, Promise<Buffer>>();
function bytesOf(piece: string, weight: number): Promise<Buffer> {
  const file = path.join(FILES, `inter-${piece}-${weight}-normal.woff`);
  const known = read.get(file);
  if (known) return known;
  const reading = readFile(file);
  read.set(file, reading);
  // A file that could not be read may be there next time.
  reading.catch(() => read.delete(file));
  return reading;
}

type Style = { x: number; y: number; size: number; color: RGB };

/** A weight of the house's font, in a document: measures and draws texts whose signs come from several files. */
export type Face = {
  width(text: string, size: number): number;
  draw(page: PDFPage, text: string, style: Style): void;
  /** The text's lines, each at most `width` points wide; what is left after `lines` of them ends in an ellipsis. */
  wrap(text: string, size: number, width: number, lines: number): string[];
};

/** Embeds regular (400) or bold (700) of the house's font, only the signs that are used. */
export async function embedFace(pdf: PDFDocument, weight: 400 | 700): Promise<Face> {
  pdf.registerFontkit(fontkit);
  const fonts = await Promise.all(
    pieces.map(async (piece) => {
      const font = await pdf.embedFont(await bytesOf(piece, weight), { subset: true });
      return { font, has: new Set(font.getCharacterSet()) };
    }),
  );

  /** The text cut where another file takes over. A sign that none has becomes a question mark. */
  function runs(text: string): { font: PDFFont; text: string }[] {
    const found: { font: PDFFont; text: string }[] = [];
    for (const sign of text.normalize("NFC")) {
      const known = fonts.find(({ has }) => has.has(sign.codePointAt(0)!));
      const { font } = known ?? fonts[0]!;
      const last = found.at(-1);
      if (last?.font === font) last.text += known ? sign : "?";
      else found.push({ font, text: known ? sign : "?" });
    }
    return found;
  }

  const width = (text: string, size: number) => runs(text).reduce((sum, run) => sum + run.font.widthOfTextAtSize(run.text, size), 0);

  return {
    width,
    draw(page, text, { x, ...style }) {
      let at = x;
      for (const run of runs(text)) {
        page.drawText(run.text, { x: at, ...style, font: run.font });
        at += run.font.widthOfTextAtSize(run.text, style.size);
      }
    },
    wrap(text, size, limit, lines) {
      const words = text.split(/\s+/).filter(Boolean);
      const done: string[] = [];
      let line = "";
      for (const word of words) {
        const longer = line ? `${line} ${word}` : word;
        if (!line || width(longer, size) <= limit) line = longer;
        else {
          done.push(line);
          line = word;
        }
      }
      if (line) done.push(line);
      const kept = done.slice(0, lines);
      return kept.map((each, index) => cut(each, index === lines - 1 && done.length > lines, size, limit));
    },
  };

  function cut(line: string, goesOn: boolean, size: number, limit: number): string {
    if (!goesOn && width(line, size) <= limit) return line;
    let kept = line;
    while (kept && width(`${kept}…`, size) > limit) kept = kept.slice(0, -1);
    return `${kept.trimEnd()}…`;
  }
}
