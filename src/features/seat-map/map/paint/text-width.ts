const widths = new Map<string, number>();

/** Width of a text in the context's font, CSS pixels; measured once. */
export function textWidth(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 5_000) widths.clear();
    widths.set(key, (width = context.measureText(text).width));
  }
  return width;
}
