import type { Motif } from "./motif";
import { circle, line, n, polygon, rect, ring, stroked, times, turned } from "./shapes";

/** A floor that runs to the horizon, and the ball in the air over it. */
const floor: Motif = ({ x, y, w, h }, { large, sharp }, { between, whole }) => {
  const horizon = y + h * between(0.44, 0.56);
  const vanishing = x + w * between(0.3, 0.7);
  const depth = y + h - horizon;
  const lanes = 7;
  const floorLines = times(lanes * 2 + 1, (i) => {
    const at = vanishing + (i - lanes) * w * 0.34;
    return polygon(
      [
        [vanishing, horizon],
        [at - w * 0.02, y + h + 1],
        [at + w * 0.02, y + h + 1],
      ],
      large,
    );
  });
  const crossings = times(7, (i) => {
    const t = ((i + 1) / 7) ** 2.2;
    const thick = 2 + 13 * t;
    return rect(x, horizon + depth * t - thick / 2, w, thick, large);
  });
  const r = Math.min(w, h) * between(0.2, 0.27);
  const cx = x + w * between(0.32, 0.68);
  const seams =
    whole(0, 1) === 0
      ? stroked(`M${n(cx - r)} ${n(horizon - r * 0.5)}q${n(r)} ${n(r * 0.7)} ${n(r * 2)} 0`, r * 0.05, large)
      : "";
  return (
    rect(x, horizon - 3, w, 6, large) +
    floorLines +
    crossings +
    circle(cx, horizon - r * 0.5, r, sharp) +
    seams
  );
};

/** The bend of a running track from above. */
const bend: Motif = ({ x, y, w, h }, { large, sharp }, { whole, pick }) => {
  const lanes = whole(6, 8);
  const right = pick([0, 1]) === 1;
  const cx = right ? x + w * 0.34 : x + w * 0.66;
  const cy = y + h * 0.54;
  const outer = Math.min(w * 0.64, h * 0.56);
  const lane = outer / (lanes + 1.2);
  const leader = whole(1, lanes - 2);
  const far = right ? x - w : x + 2 * w;
  const track = times(lanes, (i) => {
    const r = outer - lane * i;
    const sweep = right ? 1 : 0;
    return stroked(
      `M${n(far)} ${n(cy - r)}H${n(cx)}A${n(r)} ${n(r)} 0 0 ${sweep} ${n(cx)} ${n(cy + r)}H${n(far)}`,
      lane * 0.74,
      i === leader ? sharp : large,
    );
  });
  return track;
};

/** Speed: bars that thin out as they race, a disc ahead of them. */
const speed: Motif = ({ x, y, w, h }, { large, sharp }, { between, whole }) => {
  const bars = whole(8, 11);
  const tilt = between(-24, -16);
  const [cx, cy] = [x + w / 2, y + h / 2];
  const span = Math.hypot(w, h);
  const pitch = (h * 0.92) / bars;
  const r = Math.min(w, h) * between(0.17, 0.22);
  const content =
    times(bars, (i) => {
      const away = Math.abs(i - bars / 2 + 0.5) / bars;
      const end = cx + w * (0.2 - away * 0.85);
      const thick = pitch * (0.84 - away * 1.3);
      return rect(
        cx - span,
        cy - (bars * pitch) / 2 + i * pitch + (pitch - thick) / 2,
        end - (cx - span),
        thick,
        large,
      );
    }) + circle(cx + w * 0.2 + r * 0.55, cy, r, sharp);
  return turned(tilt, cx, cy, content);
};

/** The markings of a pitch, seen from above and cropped hard. */
const pitch: Motif = ({ x, y, w, h }, { large, sharp, ground }, { between, whole }) => {
  const [cx, cy] = [x + w * between(0.42, 0.58), y + h * between(0.46, 0.56)];
  const u = Math.min(w, h) / 100;
  const bands = times(9, (i) =>
    i % 2 === 0 ? rect(x - w, cy + (i - 4.5) * 26 * u, w * 3, 26 * u, large) : "",
  );
  const width = 2.6 * u;
  const drawn =
    bands +
    ring(cx, cy, 31 * u, width, sharp) +
    circle(cx, cy, 6 * u, sharp) +
    line([x - w, cy], [x + 2 * w, cy], width, sharp) +
    line([cx - 78 * u, cy - 220 * u], [cx - 78 * u, cy + 220 * u], width, sharp) +
    line([cx + 78 * u, cy - 220 * u], [cx + 78 * u, cy + 220 * u], width, sharp);
  const ball =
    circle(cx + 31 * u * 0.707, cy - 31 * u * 0.707, 9 * u, ground) +
    ring(cx + 31 * u * 0.707, cy - 31 * u * 0.707, 9 * u, width, sharp);
  return turned(whole(0, 1) === 0 ? -28 : 24, cx, cy, drawn + ball);
};

export const sports: readonly [Motif, ...Motif[]] = [floor, bend, speed, pitch];
