import { describe, expect, it } from "vitest";
import { securityHeaders, type AnswerKind } from "./security-headers";

/** Helmet 8's defaults, and what it asks of each; its own Content-Security-Policy is weaker than ours. */
const helmets = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "origin-agent-cluster",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-dns-prefetch-control",
  "x-download-options",
  "x-frame-options",
  "x-permitted-cross-domain-policies",
  "x-xss-protection",
];
const kinds: AnswerKind[] = ["page", "payment", "api", "file"];
const nonce = "bm9uY2U=";

function policy(kind: AnswerKind, facts: { razorpay?: boolean; dev?: boolean; https?: boolean; wasm?: boolean } = {}) {
  const value = securityHeaders(kind, { https: true, nonce, ...facts })["content-security-policy"]!;
  return new Map(value.split("; ").map((part) => [part.split(" ")[0]!, part.split(" ").slice(1)]));
}

describe("securityHeaders", () => {
  it.each(kinds)("sets all that Helmet does, on %s", (kind) => {
    const headers = securityHeaders(kind, { https: true, nonce });
    for (const name of [...helmets, "permissions-policy"]) expect(headers[name], name).toBeTruthy();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(policy(kind).get("frame-ancestors")).toEqual(["'none'"]);
  });

  it("promises https only where there is https", () => {
    expect(securityHeaders("page", { https: true, nonce })["strict-transport-security"]).toMatch(/^max-age=31536000/);
    const plain = securityHeaders("page", { https: false, nonce });
    expect(plain).not.toHaveProperty("strict-transport-security");
    expect(plain["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  });

  it.each(["page", "payment"] as const)("lets only scripts with the nonce run, on %s", (kind) => {
    const directives = policy(kind);
    expect(directives.get("script-src")).toEqual([`'nonce-${nonce}'`, "'strict-dynamic'"]);
    expect(directives.get("object-src")).toEqual(["'none'"]);
    expect(directives.get("base-uri")).toEqual(["'none'"]);
    expect(directives.get("form-action")).toEqual(["'self'"]);
    expect(directives.get("frame-src")).toEqual(["'none'"]);
    expect(directives.get("img-src")).not.toContain("https:");
  });

  it("opens Razorpay's checkout where one pays by it, and nowhere else", () => {
    const paying = policy("payment", { razorpay: true });
    expect(paying.get("script-src")).toContain("https://checkout.razorpay.com");
    expect(paying.get("frame-src")).toEqual(["https://api.razorpay.com", "https://checkout.razorpay.com"]);
    const { "cross-origin-opener-policy": opener, "permissions-policy": may } = securityHeaders("payment", {
      https: true,
      nonce,
      razorpay: true,
    });
    expect(opener).toBe("same-origin-allow-popups");
    expect(may).toContain('payment=(self "https://api.razorpay.com"');
    for (const [kind, razorpay] of [["payment", false], ["page", true], ["api", true], ["file", true]] as const) {
      expect(JSON.stringify(securityHeaders(kind, { https: true, nonce, razorpay }))).not.toContain("razorpay");
    }
  });

  it("lets WebAssembly run at the door, and nowhere else", () => {
    expect(policy("page", { wasm: true }).get("script-src")).toContain("'wasm-unsafe-eval'");
    expect(policy("page").get("script-src")).not.toContain("'wasm-unsafe-eval'");
  });

  it("is stricter where one pays than on other pages", () => {
    expect(policy("page").get("img-src")).toContain("blob:");
    expect(policy("payment").get("img-src")).not.toContain("blob:");
    expect(policy("payment").get("worker-src")).toEqual(["'none'"]);
  });

  it("lets nothing run in what is no page, and nobody keep what is private", () => {
    expect(policy("api").get("default-src")).toEqual(["'none'"]);
    expect(policy("file").get("default-src")).toEqual(["'none'"]);
    expect(securityHeaders("api", { https: true })["cache-control"]).toBe("private, no-store");
    expect(securityHeaders("file", { https: true })).not.toHaveProperty("cache-control");
  });

  it("lets others show pictures, and nothing else", () => {
    const of = (kind: AnswerKind) => securityHeaders(kind, { https: true, nonce })["cross-origin-resource-policy"];
    expect(kinds.map(of)).toEqual(["same-origin", "same-origin", "same-origin", "cross-origin"]);
  });

  it("tells nobody an address that holds a token", () => {
    expect(securityHeaders("page", { https: true, nonce, secretAddress: true })["referrer-policy"]).toBe("no-referrer");
  });

  it("lets eval be where React explains itself only", () => {
    expect(policy("page", { dev: true }).get("script-src")).toContain("'unsafe-eval'");
  });
});
