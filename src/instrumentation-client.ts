/**
 * Runs in the browser before the page's own code. Zod asks whether it may compile by eval, and our policy reports the
 * question as a violation: it is told beforehand that it may not. By its global, since importing Zod would bring it to
 * pages that have no form.
 */
(globalThis as { __zod_globalConfig?: { jitless?: boolean } }).__zod_globalConfig = { jitless: true };

export {};
