import { readdirSync } from "node:fs";
import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const TESTS = ["**/*.test.ts", "**/*.test.tsx", "src/test/**"];
const SRC = "./src";

/** `target` may import nothing of `from` but what stands in `except` (paths inside `from`). */
const zone = (target, from, except, message) => ({ target, from, except, message });

/** `target` may import of src only what is named, paths as seen from src. */
const only = (target, allowed, message) =>
  zone(
    `${SRC}/${target}`,
    SRC,
    allowed.map((path) => `./${path}`),
    message,
  );

/** `target` may import nothing of these, paths as seen from src. */
const never = (target, banned, message) =>
  banned.map((path) => zone(`${SRC}/${target}`, `${SRC}/${path}`, [], message));

/** `target` of the sale's room may import none of the folders that stand above it. */
const sale = (target, above) =>
  never(
    `server/services/sale/${target}`,
    above.map((folder) => `server/services/sale/${folder}`),
    "seats <- coupons <- bookings <- money; news below all; nothing upward.",
  );

const features = readdirSync("src/features", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const SERVICES_MAY = [
  ...[
    "db",
    "rate-limit.ts",
    "bcrypt-pool.ts",
    "http/client-ip.ts",
    "lane.ts",
    "log.ts",
    "patience.ts",
    "gateways",
    "services",
  ].map((path) => `server/${path}`),
  ...["domain", "schemas", "lib", "env.ts", "generated"],
];

// Imports flow one way: domain <- schemas <- services <- routers <- features <- app.
const zones = [
  only("domain", ["domain"], "domain is pure: it imports itself alone."),
  only("posters", ["posters", "domain"], "posters are pure pictures: they import domain."),
  only("schemas", ["schemas", "domain"], "schemas import zod and domain."),
  only("server/gateways", ["server/gateways", "server/patience.ts", "env.ts", "domain"], "gateways import patience, env and domain."),
  only(
    "server/services",
    SERVICES_MAY,
    "services import domain, schemas, db, transaction, gateways and services.",
  ),
  only(
    "server/api/routers",
    ["server/api", "server/services", "schemas", "domain", "lib"],
    "routers are a guard, a schema and one call to a service; api/trpc.ts alone wires the database.",
  ),
  only(
    "app/api",
    ["app/api", "server", "schemas", "domain", "lib", "env.ts"],
    "an HTTP route is a guard, a schema and one call.",
  ),
  ...never(
    "app/api",
    ["server/db", "generated"],
    "routes get the database from createContext.",
  ),
  ...never(
    "app/!(api){,/**/*}",
    [
      "server/services",
      "server/gateways",
      "server/jobs",
      "server/db",
      "generated",
    ],
    "pages are a guard, a prefetch and a composition: ask trpc/server.",
  ),
  ...never(
    "features",
    ["server", "trpc/server.ts", "env.ts", "generated", "cli", "test"],
    "features are client code.",
  ),
  ...features.map((name) =>
    zone(
      `${SRC}/features/${name}`,
      `${SRC}/features`,
      [`./${name}`],
      "a feature imports no other feature: share through components or lib.",
    ),
  ),
  ...never(
    "components",
    ["server", "features", "env.ts", "generated"],
    "components know no server and no feature.",
  ),
  ...never(
    "lib",
    ["server", "features", "components", "trpc", "env.ts", "generated"],
    "lib is small and pure.",
  ),
  ...never("server", ["features", "components", "trpc", "cli", "test"], "the server knows no client."),
  // The sale is one room: seats <- coupons <- bookings <- money, news below all, nothing upward (docs/decisions/0080).
  ...sale("locks.ts", ["seats", "coupons", "bookings", "money", "news"]),
  ...sale("news", ["seats", "coupons", "bookings", "money"]),
  ...sale("seats", ["coupons", "bookings", "money", "news"]),
  ...sale("coupons", ["bookings", "money", "news"]),
  ...sale("bookings", ["money"]),
  zone(`${SRC}/!(app)/**/*`, `${SRC}/app`, [], "nothing imports app."),
];

const sleeps = (selector) => ({
  selector,
  message: "A test does not sleep: ask for what it waits for (waitFor, expect.poll), or move the time (test/harness/time.ts).",
});

// `finish` audits the books; fixtures of a browser test are called expect... like the rest.
const ASSERTS =
  ":has(:matches(CallExpression[callee.name=/^(expect|(finish|refused|taken)$)/], MemberExpression[object.name='expect']))";
const tells = (call) => ({
  selector: `${call}:has(:function):not(${ASSERTS})`,
  message: "A test that expects nothing cannot fail.",
});

const packages = (regex, message) => ({ patterns: [{ regex, message }] });

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".data/**",
      "src/generated/**",
      "bench/hold/control/generated/**",
      "src/test/api-client/**",
      "next-env.d.ts",
      "coverage/**",
      "playwright-report/**",
      "test-results/**",
    ],
  },
  ...next,
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "react", name: "act" }] },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", 300],
    },
  },
  // Names such as useCoupon are words of the trade here, and no hooks.
  {
    files: ["src/server/**", "src/domain/**", "src/test/**", "prisma/**"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    ignores: TESTS,
    rules: {
      "import/no-restricted-paths": ["error", { zones }],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read `env` from ~/env." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name='$transaction']",
          message: "Transactions are opened by ~/server/transaction alone.",
        },
      ],
    },
  },
  {
    files: TESTS,
    // Storms make bad weather, and weather takes its time.
    ignores: ["src/test/**/storm/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        sleeps("CallExpression[callee.name=/^(setTimeout|setInterval|sleep)$/]"),
        sleeps("CallExpression[callee.property.name=/^(waitForTimeout|setInterval)$/]"),
        sleeps("ImportDeclaration[source.value=/^(node:)?timers.promises$/]"),
        sleeps("TemplateElement[value.raw=/pg_sleep/]"),
        tells("CallExpression[callee.name=/^(it|test)$/]"),
        tells("CallExpression[callee.type='CallExpression'][callee.callee.property.name=/^(each|for)$/]"),
      ],
    },
  },
  // One file writes seats and standings, one file locks.
  {
    files: ["src/server/services/**"],
    ignores: [...TESTS, "src/server/services/sale/seats/write-seats.ts", "src/server/services/sale/locks.ts", "src/server/services/door/door-rows.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name='$transaction']",
          message: "Transactions are opened by ~/server/transaction alone.",
        },
        {
          selector: 'TemplateElement[value.raw=/(UPDATE|INTO|DELETE FROM) "Seat(Hold)?"/]',
          message: "sale/seats/write-seats.ts alone writes Seat and SeatHold.",
        },
        {
          selector:
            "MemberExpression[object.property.name=/^(seat|seatHold)$/][property.name=/^(create|update|upsert|delete)/]",
          message: "sale/seats/write-seats.ts alone writes Seat and SeatHold.",
        },
        {
          selector: "TemplateElement[value.raw=/FOR (NO KEY )?(UPDATE|SHARE)(?! SKIP LOCKED)/]",
          message: "sale/locks.ts alone locks, in one order.",
        },
      ],
    },
  },
  // The sandbox is a pretend bank and keeps its own books in the database.
  {
    files: ["src/server/gateways/sandbox.ts", "src/server/gateways/sandbox/**"],
    rules: { "import/no-restricted-paths": "off" },
  },
  {
    files: ["src/env.ts", "src/instrumentation.ts", "src/cli/**"],
    rules: { "no-restricted-properties": "off" },
  },
  { files: ["src/server/db/transaction.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["src/domain/**"],
    ignores: TESTS,
    rules: {
      "no-restricted-imports": ["error", packages("^(?!\\.|~/)", "domain imports no package.")],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "domain has no clock: take `now`.",
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: "domain has no clock: take `now`.",
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "domain has no chance: take it in.",
        },
      ],
    },
  },
  {
    files: ["src/schemas/**"],
    ignores: TESTS,
    rules: {
      "no-restricted-imports": ["error", packages("^(?!\\.|~/|zod$)", "schemas import zod and domain.")],
    },
  },
  {
    files: ["src/server/services/**"],
    ignores: TESTS,
    rules: {
      "no-restricted-imports": [
        "error",
        packages("^(next|react|@trpc)(/|-|$)", "services know no next, react or tRPC."),
      ],
    },
  },
);
