/** Three inks of one printing: the ground, a large one, a sharp one; `type` is the one that letters are set in. */
export type Palette = { ground: string; large: string; sharp: string; type: string };

/** Mixed by hand, as a printer would: each keeps its letters at 4.5:1 or more on the ground (tested). */
export const palettes: readonly [Palette, ...Palette[]] = [
  { ground: "#f3e9d7", large: "#e2432a", sharp: "#1d1420", type: "#1d1420" },
  { ground: "#1a2a6c", large: "#f4c430", sharp: "#f6efe1", type: "#f6efe1" },
  { ground: "#0d4b3a", large: "#f5a3b5", sharp: "#f5ecd8", type: "#f5ecd8" },
  { ground: "#ecb52f", large: "#17130f", sharp: "#fbf3e0", type: "#17130f" },
  { ground: "#f5b9c5", large: "#c4122f", sharp: "#151f49", type: "#151f49" },
  { ground: "#a5d0ea", large: "#1f37c4", sharp: "#f4652b", type: "#101a5e" },
  { ground: "#18111c", large: "#c7a4f0", sharp: "#e3ee55", type: "#f3ecf8" },
  { ground: "#e04a2c", large: "#1b1016", sharp: "#fcecd4", type: "#1b1016" },
  { ground: "#efede5", large: "#1d41ad", sharp: "#f58324", type: "#14245e" },
  { ground: "#3c1538", large: "#ff7c5c", sharp: "#f3deba", type: "#f3deba" },
  { ground: "#0b5e66", large: "#f3e2c0", sharp: "#ff6a45", type: "#f7ecd6" },
  { ground: "#d9d1e8", large: "#4c2090", sharp: "#e8542f", type: "#2c1158" },
  { ground: "#f6f1e6", large: "#12704f", sharp: "#f0a91f", type: "#0d3527" },
  { ground: "#20242b", large: "#ef4f3a", sharp: "#efe6d6", type: "#efe6d6" },
];
