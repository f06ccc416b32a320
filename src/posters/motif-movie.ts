import type { Motif } from "./motif";
import { circle, line, n, path, polygon, rect, ring, slice, times, turned } from "./shapes";

/** A strip across the sheet, in each frame the sun a little lower. */
const strip: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, pick, whole }) => {
  const [cx, cy] = [x + w / 2, y + h / 2];
  const width = Math.min(w, h) * between(0.5, 0.6);
  const frame = width * 0.62;
  const pitch = frame + width * 0.06;
  const frames = Math.ceil((Math.hypot(w, h) * 1.15) / pitch);
  const top = cy - (frames * pitch) / 2;
  const hill = whole(0, 1);
  const film =
    rect(cx - width / 2, top - pitch, width, (frames + 2) * pitch, large) +
    times(frames, (i) => {
      const [fx, fy, fw] = [cx - width * 0.34, top + i * pitch, width * 0.68];
      const sun = fy + frame * (0.12 + (0.8 * i) / frames);
      const clip = Math.min(sun, fy + frame * 0.98);
      return (
        rect(fx, fy, fw, frame, ground, 6) +
        `<svg x="${n(fx)}" y="${n(fy)}" width="${n(fw)}" height="${n(frame)}" viewBox="${n(fx)} ${n(fy)} ${n(fw)} ${n(frame)}">` +
        circle(fx + fw * (0.34 + 0.04 * i), clip, frame * 0.26, sharp) +
        (hill
          ? path(
              `M${n(fx)} ${n(fy + frame)}v${n(-frame * 0.26)}l${n(fw * 0.34)} ${n(-frame * 0.2)}l${n(fw * 0.22)} ${n(frame * 0.14)}l${n(fw * 0.44)} ${n(-frame * 0.24)}v${n(frame * 0.6)}Z`,
              large,
            )
          : rect(fx, fy + frame * 0.74, fw, frame * 0.3, large)) +
        `</svg>`
      );
    }) +
    times(Math.ceil(((frames + 2) * pitch) / (width * 0.155)), (i) => {
      const hy = top - pitch + i * width * 0.155 + width * 0.03;
      return (
        rect(cx - width * 0.462, hy, width * 0.075, width * 0.09, ground, 4) +
        rect(cx + width * 0.387, hy, width * 0.075, width * 0.09, ground, 4)
      );
    });
  return turned(pick([-14, 12, 18, -20]), cx, cy, film);
};

/** The leader before the film: cross hairs, circles and the hand that sweeps. */
const leader: Motif = ({ x, y, w, h }, { large, sharp, ground }, { whole, between }) => {
  const [cx, cy] = [x + w / 2, y + h * between(0.46, 0.54)];
  const r = Math.min(w * 0.44, h * 0.44);
  const at = whole(2, 10) * 30;
  return (
    rect(x, y, w, h, large) +
    slice(cx, cy, Math.hypot(w, h), -90, -90 + at, sharp) +
    circle(cx, cy, r, ground) +
    slice(cx, cy, r * 0.86, -90, -90 + at, large) +
    ring(cx, cy, r * 0.86, r * 0.03, large) +
    line([x, cy], [x + w, cy], r * 0.03, ground) +
    line([cx, y], [cx, y + h], r * 0.03, ground) +
    circle(cx, cy, r * 0.2, sharp)
  );
};

/** From the little window at the back: the beam, cut by the frames it carries. */
const beam: Motif = ({ x, y, w, h }, { large, sharp, ground }, { pick, between, whole }) => {
  const right = pick([true, false]);
  const from = right ? x + w * 0.88 : x + w * 0.12;
  const cy = y + h * between(0.24, 0.36);
  const bars = whole(6, 8);
  const end = right ? x - w * 0.05 : x + w * 1.05;
  const at = (t: number) => from + (end - from) * t;
  const half = (t: number) => h * 0.02 + h * 0.52 * t;
  const sink = (t: number) => cy + h * 0.3 * t;
  const pane = (a: number, b: number, ink: string) =>
    polygon(
      [
        [at(a), sink(a) - half(a)],
        [at(b), sink(b) - half(b)],
        [at(b), sink(b) + half(b)],
        [at(a), sink(a) + half(a)],
      ],
      ink,
    );
  const accent = whole(2, bars - 2);
  return (
    times(bars, (i) => {
      const a = (i / bars) ** 1.35;
      const b = ((i + 0.78) / bars) ** 1.35;
      return pane(a, b, i === accent ? sharp : large);
    }) +
    circle(from, cy, Math.min(w, h) * 0.085, sharp) +
    circle(from, cy, Math.min(w, h) * 0.034, ground)
  );
};

/** A screen in a screen in a screen. */
const tunnel: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, whole, pick }) => {
  const depth = whole(6, 8);
  const [cx, cy] = [x + w / 2, y + h / 2];
  const turn = pick([-1, 1]) * between(3.5, 6);
  const [dx, dy] = [between(-0.03, 0.03) * w, between(-0.02, 0.03) * h];
  const accent = depth - 1;
  return times(depth, (i) => {
    const share = 1.12 * 0.77 ** i;
    const [fw, fh] = [Math.max(w, h * 1.0) * share, Math.max(w * 0.74, h * 0.92) * share];
    const ink = i === accent ? sharp : i % 2 === 0 ? large : ground;
    return turned(turn * i, cx, cy, rect(cx - fw / 2 + dx * i, cy - fh / 2 + dy * i, fw, fh, ink, fw * 0.06));
  });
};

export const movie: readonly [Motif, ...Motif[]] = [strip, leader, beam, tunnel];
