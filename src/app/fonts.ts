import localFont from "next/font/local";

/*
 * Two faces, each in three files: Latin, the rupee sign alone (it stands on every page), and the extended letters, which
 * are fetched when a name asks for one. unicode-range keeps them apart. What lies in fonts/ is cut from the packages'
 * files (docs/decisions/0142).
 */
const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
  adjustFontFallback: "Arial",
});

const interRupee = localFont({
  src: "./fonts/inter-rupee.woff2",
  variable: "--font-inter-rupee",
  weight: "100 900",
  display: "swap",
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+20B9" }],
});

const interExt = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  variable: "--font-inter-ext",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA,U+1E00-1E9F,U+20A0-20AB,U+20AD-20B8,U+20BA-20C0" }],
});

const bricolage = localFont({
  src: "./fonts/bricolage-latin.woff2",
  variable: "--font-bricolage",
  weight: "400 800",
  display: "swap",
  adjustFontFallback: "Arial",
});

const bricolageRupee = localFont({
  src: "./fonts/bricolage-rupee.woff2",
  variable: "--font-bricolage-rupee",
  weight: "400 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+20B9" }],
});

const bricolageExt = localFont({
  src: "../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-opsz-normal.woff2",
  variable: "--font-bricolage-ext",
  weight: "200 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA,U+1E00-1E9F,U+20A0-20AB,U+20AD-20B8,U+20BA-20C0" }],
});

/** Class names that put the font variables of globals.css on the html element. */
export const fontVariables = [inter, interRupee, interExt, bricolage, bricolageRupee, bricolageExt].map((f) => f.variable).join(" ");
