/**
 * What an answer is, as far as a browser's safety goes.
 * page: a document of ours. payment: the one on which money moves. api: JSON and files for whoever asks.
 * file: pictures that anyone may show, in link previews too.
 */
export type AnswerKind = "page" | "payment" | "api" | "file";

export type HeaderFacts = {
  /** The shop is served over https: browsers may be told to come by nothing else. */
  https: boolean;
  /** Of this one document; its scripts carry it. Pages and payment need one. */
  nonce?: string;
  /** Razorpay's checkout opens on the payment page. */
  razorpay?: boolean;
  /** `next dev`: React explains errors by means of eval. */
  dev?: boolean;
  /** The address holds a token (reset, verify): it is told to nobody. */
  secretAddress?: boolean;
};

const CHECKOUT = "https://checkout.razorpay.com";
const BANK = "https://api.razorpay.com";

/** At least what Helmet sets, stricter where the shop allows it (docs/decisions/0093). */
export function securityHeaders(kind: AnswerKind, facts: HeaderFacts): Record<string, string> {
  const razorpay = kind === "payment" && facts.razorpay;
  const document = kind === "page" || kind === "payment";
  return {
    "content-security-policy": document ? pagePolicy(kind, facts) : OTHER_POLICY[kind],
    "cross-origin-opener-policy": razorpay ? "same-origin-allow-popups" : "same-origin",
    "cross-origin-resource-policy": kind === "file" ? "cross-origin" : "same-origin",
    "origin-agent-cluster": "?1",
    "permissions-policy": permissions(razorpay ? `(self "${BANK}" "${CHECKOUT}")` : "()"),
    "referrer-policy": document && !facts.secretAddress ? "strict-origin-when-cross-origin" : "no-referrer",
    ...(facts.https && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
    "x-download-options": "noopen",
    "x-frame-options": "DENY",
    "x-permitted-cross-domain-policies": "none",
    "x-xss-protection": "0",
    ...(kind === "api" && { "cache-control": "private, no-store" }),
  };
}

/** Of what is no document, should a browser be made to open it as one: nothing runs, nothing loads. */
const OTHER_POLICY = {
  api: "default-src 'none'; frame-ancestors 'none'",
  // A poster's drawing brings its own style.
  file: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

function pagePolicy(kind: "page" | "payment", { nonce, https, razorpay, dev }: HeaderFacts): string {
  const paying = kind === "payment";
  const checkout = paying && razorpay;
  const directives: Record<string, string> = {
    "default-src": "'self'",
    // What carries the nonce may load more; old browsers that know no strict-dynamic go by the names.
    "script-src": words(
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      checkout && CHECKOUT,
      dev && "'unsafe-eval'",
    ),
    // Radix, Sonner and charts place things by style attributes, which no nonce reaches.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": words("'self'", "data:", !paying && "blob:", checkout && "https://*.razorpay.com"),
    "font-src": "'self'",
    "connect-src": words("'self'", checkout && "https://*.razorpay.com"),
    "frame-src": checkout ? `${BANK} ${CHECKOUT}` : "'none'",
    "worker-src": paying ? "'none'" : "'self'",
    "manifest-src": "'self'",
    "media-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": words("'self'", checkout && BANK),
    "frame-ancestors": "'none'",
  };
  const policy = Object.entries(directives).map(([name, value]) => `${name} ${value}`);
  return [...policy, ...(https ? ["upgrade-insecure-requests"] : [])].join("; ");
}

function words(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}

function permissions(payment: string): string {
  const closed = ["accelerometer", "browsing-topics", "display-capture", "geolocation", "gyroscope", "magnetometer"];
  const none = [...closed, "microphone", "midi", "serial", "usb", "xr-spatial-tracking"].map((name) => `${name}=()`);
  return [...none, "camera=(self)", `payment=${payment}`].join(", ");
}
