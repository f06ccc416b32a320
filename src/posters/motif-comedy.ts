import type { Motif } from "./motif";
import type { Box } from "./shapes";
import { circle, n, path, rect, stroked, times, turned } from "./shapes";

/** A bubble of speech with its tail at the left or right foot. */
function bubble({ x, y, w, h }: Box, ink: string, tail: "left" | "right"): string {
  const r = Math.min(w, h) * 0.44;
  const foot = tail === "left" ? x + w * 0.24 : x + w * 0.76;
  const tip = tail === "left" ? x + w * 0.1 : x + w * 0.9;
  return (
    rect(x, y, w, h, ink, r) +
    path(
      `M${n(foot - w * 0.1)} ${n(y + h - 2)}L${n(tip)} ${n(y + h * 1.26)}L${n(foot + w * 0.13)} ${n(y + h - 2)}Z`,
      ink,
    )
  );
}

/** A laugh, wide open: lip, teeth, tongue. */
function mouth(cx: number, cy: number, r: number, lip: string, teeth: string, tongue: string): string {
  const half = (radius: number) =>
    `M${n(cx - radius)} ${n(cy)}A${n(radius)} ${n(radius)} 0 0 0 ${n(cx + radius)} ${n(cy)}Z`;
  return (
    path(half(r), lip) +
    path(
      `M${n(cx - r * 0.86)} ${n(cy + r * 0.06)}h${n(r * 1.72)}a${n(r)} ${n(r)} 0 0 1 ${n(-r * 0.1)} ${n(r * 0.24)}h${n(-r * 1.52)}a${n(r)} ${n(r)} 0 0 1 ${n(-r * 0.1)} ${n(-r * 0.24)}Z`,
      teeth,
    ) +
    path(
      `M${n(cx - r * 0.5)} ${n(cy + r * 0.74)}a${n(r * 0.56)} ${n(r * 0.5)} 0 0 1 ${n(r)} 0a${n(r * 0.98)} ${n(r * 0.98)} 0 0 1 ${n(-r)} 0Z`,
      tongue,
    )
  );
}

/** One enormous bubble with a laugh in it. */
const punchline: Motif = ({ x, y, w, h }, { large, sharp, ground }, { pick, between }) => {
  const tail = pick(["left", "right"] as const);
  const [bw, bh] = [w * 1.02, Math.min(h * 0.7, w * 0.92)];
  const left = tail === "left" ? x + w * 0.12 : x - w * 0.14;
  const top = y + (h - bh * 1.26) * 0.5;
  const r = Math.min(bw, bh) * between(0.3, 0.34);
  return (
    bubble({ x: left, y: top, w: bw, h: bh }, large, tail) +
    mouth(left + bw * (tail === "left" ? 0.44 : 0.56), top + bh * 0.36, r, sharp, ground, large)
  );
};

/** Everyone talks at once. */
const banter: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, pick }) => {
  const u = Math.min(w * 0.5, h * 0.36);
  const first = { x: x - w * 0.06, y: y + h * 0.08, w: w * between(0.7, 0.78), h: u * 0.92 };
  const second = { x: x + w * 0.36, y: y + h * between(0.36, 0.4), w: w * 0.74, h: u * 0.86 };
  const third = { x: x + w * 0.06, y: y + h * 0.71, w: w * 0.46, h: u * 0.5 };
  const dots = (b: Box, ink: string) =>
    times(3, (i) => circle(b.x + b.w * (0.32 + i * 0.2), b.y + b.h / 2, b.h * 0.09, ink));
  const ha = (b: Box, ink: string) =>
    times(4, (i) =>
      stroked(
        `M${n(b.x + b.w * (0.24 + i * 0.16))} ${n(b.y + b.h * 0.36)}q${n(b.w * 0.05)} ${n(b.h * 0.34)} ${n(b.w * 0.1)} 0`,
        b.h * 0.075,
        ink,
        "round",
      ),
    );
  const swap = pick([true, false]);
  return (
    bubble(first, large, "left") +
    (swap ? dots(first, ground) : ha(first, ground)) +
    bubble(second, sharp, "right") +
    (swap ? ha(second, ground) : dots(second, ground)) +
    bubble(third, large, "left")
  );
};

/** A face too close to the sheet: half of it is out of the picture, the grin is not. */
const grin: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, pick }) => {
  const side = pick([-1, 1]);
  const r = Math.min(Math.max(w, h) * between(0.66, 0.72), Math.min(w, h) * 0.9);
  const [cx, cy] = [x + w / 2 + side * w * 0.26, y + h * 0.52 - r * 0.12];
  const u = Math.min(w, h);
  const eyes = [x + w / 2 - side * u * 0.16, x + w / 2 + side * u * 0.2];
  const high = y + h * 0.27;
  const lash = (ex: number) =>
    stroked(
      `M${n(ex - u * 0.1)} ${n(high + u * 0.03)}q${n(u * 0.1)} ${n(-u * 0.15)} ${n(u * 0.2)} 0`,
      u * 0.052,
      sharp,
      "round",
    );
  return (
    circle(cx, cy, r, large) +
    lash(eyes[0]!) +
    (pick([true, false]) ? lash(eyes[1]!) : circle(eyes[1]!, high, u * 0.065, sharp)) +
    mouth(x + w / 2 + side * u * 0.02, y + h * 0.44, u * 0.42, sharp, ground, large)
  );
};

/** The microphone, the light behind it, and nobody yet. */
const openMic: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, pick }) => {
  const u = Math.min(w, h);
  const [cx, cy] = [x + w / 2, y + h * 0.5];
  const side = pick([-1, 1]);
  const r = u * 0.2;
  const hy = cy - u * 0.16;
  const head =
    rect(cx - r, hy - r * 1.25, r * 2, r * 2.5, sharp, r) +
    times(5, (i) => rect(cx - r, hy - r * 0.62 + i * r * 0.31, r * 2, r * 0.1, ground));
  const cradle = stroked(
    `M${n(cx - r * 1.5)} ${n(hy)}v${n(r * 0.35)}a${n(r * 1.5)} ${n(r * 1.5)} 0 0 0 ${n(r * 3)} 0v${n(-r * 0.35)}`,
    r * 0.2,
    sharp,
    "round",
  );
  const stand = rect(cx - r * 0.13, hy + r * 1.8, r * 0.26, h, sharp);
  return (
    circle(cx + side * u * 0.1, cy - u * 0.02, u * between(0.44, 0.48), large) +
    turned(side * -12, cx, cy, head + cradle + stand)
  );
};

export const comedy: readonly [Motif, ...Motif[]] = [punchline, banter, grin, openMic];
