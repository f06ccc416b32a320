import type { Palette } from "./palettes";
import type { Random } from "./random";
import type { Box } from "./shapes";

/** One composition: fills a box with shapes in the palette's inks. Same random stream, same drawing. */
export type Motif = (box: Box, inks: Palette, random: Random) => string;
