import type { Decoration } from "~/domain/seating/plan/seating-plan";
import type { Box } from "./box";

/** The upright box round a decoration; shapes turn round their middle, texts are centred on their point. */
export function decorationBox(item: Decoration): Box {
  if (item.kind === "text") {
    const half = (item.text.length * item.size * 0.6) / 2;
    return { left: item.x - half, right: item.x + half, top: item.y - item.size, bottom: item.y + item.size };
  }
  const angle = ((item.rotation ?? 0) * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  const [x, y] = [item.x + item.width / 2, item.y + item.height / 2];
  const [dx, dy] = [(item.width * cos + item.height * sin) / 2, (item.width * sin + item.height * cos) / 2];
  return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy };
}
