import type { Motif } from "./motif";
import { circle, n, path, polar, polygon, rect, ringPiece, times, turned } from "./shapes";

/** A sun and its rays. */
const sunburst: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, whole }) => {
  const [cx, cy] = [x + w * between(0.35, 0.65), y + h * between(0.5, 0.75)];
  const rays = whole(14, 20);
  const reach = Math.hypot(w, h);
  const turn = between(0, 20);
  const r = Math.min(w, h) * 0.2;
  return (
    times(rays, (i) => {
      const from = turn + (360 / rays) * i;
      return polygon([[cx, cy], polar(cx, cy, reach, from), polar(cx, cy, reach, from + 180 / rays)], large);
    }) +
    circle(cx, cy, r * 1.28, ground) +
    circle(cx, cy, r, sharp)
  );
};

/** Arches in a row, one within another. */
const arches: Motif = ({ x, y, w, h }, { large, sharp }, { whole, pick }) => {
  const columns = pick([1, 2, 2]);
  const span = w / columns;
  const bands = whole(5, 6);
  return times(columns, (c) => {
    const cx = x + span * (c + 0.5);
    const outer = span * 0.48;
    const base = y + h;
    const spring = y + h * (columns === 1 ? 0.56 : 0.42 + 0.2 * (c % 2));
    return times(bands, (i) => {
      const r1 = outer * (1 - i / bands);
      const r0 = r1 - (outer / bands) * 0.62;
      const ink = (i + c) % 3 === 1 ? sharp : large;
      return (
        ringPiece(cx, spring, Math.max(r0, 0.1), r1, 180, 360, ink) +
        rect(cx - r1, spring - 0.5, r1 - r0, base - spring + 1, ink) +
        rect(cx + r0, spring - 0.5, r1 - r0, base - spring + 1, ink)
      );
    });
  });
};

/** Leaves cut from paper. */
const leaves: Motif = ({ x, y, w, h }, { large, sharp }, { between, chance, whole }) => {
  const columns = whole(2, 3);
  const step = w / columns;
  const rows = Math.ceil(h / (step * 1.15));
  return times(columns * rows, (i) => {
    const [cx, cy] = [x + step * ((i % columns) + 0.5), y + step * 1.15 * (Math.floor(i / columns) + 0.5)];
    const lobes = whole(3, 4);
    const [half, tall] = [step * 0.4, step * 0.52];
    const stem = times(lobes, (k) => {
      const ly = cy - tall + (2 * tall * (k + 0.6)) / lobes;
      const reach = half * (1 - Math.abs(k - lobes / 2 + 0.4) * 0.22);
      const lobe = (d: 1 | -1) =>
        path(
          `M${n(cx)} ${n(ly + tall * 0.3)}Q${n(cx + d * reach * 0.2)} ${n(ly - tall * 0.1)} ${n(cx + d * reach)} ${n(ly - tall * 0.34)}Q${n(cx + d * reach * 1.02)} ${n(ly + tall * 0.3)} ${n(cx)} ${n(ly + tall * 0.3)}Z`,
          i % 4 === 1 ? sharp : large,
        );
      return lobe(1) + lobe(-1);
    });
    return turned(between(-34, 34) + (chance(0.3) ? 180 : 0), cx, cy, stem);
  });
};

/** Water, a moon on it. */
const tide: Motif = ({ x, y, w, h }, { large, sharp }, { between, whole }) => {
  const waves = whole(6, 8);
  const top = y + h * between(0.36, 0.46);
  const step = (y + h - top) / waves;
  const length = w / whole(2, 3);
  const r = Math.min(w, h) * between(0.2, 0.26);
  return (
    circle(x + w * between(0.3, 0.7), top - r * 0.12, r, sharp) +
    times(waves + 1, (i) => {
      const base = top + step * i;
      const shift = -length * (i % 2 ? 0.5 : 1);
      const count = Math.ceil((w + length) / (length / 2)) + 2;
      const crest =
        `M${n(x + shift)} ${n(base)}` +
        times(count, (k) => `q${n(length / 4)} ${n((k % 2 ? 1 : -1) * step * 0.62)} ${n(length / 2)} 0`);
      return path(
        `${crest}v${n(step * 0.56)}` +
          times(
            count,
            (k) =>
              `q${n(-length / 4)} ${n(((count - 1 - k) % 2 ? 1 : -1) * step * 0.62)} ${n(-length / 2)} 0`,
          ) +
          "Z",
        large,
      );
    })
  );
};

export const other: readonly [Motif, ...Motif[]] = [sunburst, arches, leaves, tide];
