"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { afterSignIn } from "./after-sign-in";
import { refusalOf } from "./api-error";
import { loginPath, type SignInReason } from "./local-path";

/** Leads to the sign-in page and back to `path`; `step` is what the page does by itself once its reader is back. */
export function useSignIn(path: string) {
  const router = useRouter();
  return (why: SignInReason, step?: unknown) => {
    if (step !== undefined) afterSignIn.keep(path, step);
    router.push(loginPath(path, why));
    // The bar on top still knows whoever was signed in.
    router.refresh();
  };
}

/** As above by itself, where what a page reads is refused since its reader's session has ended. */
export function useSignInWhenEnded(path: string, error: unknown, why: SignInReason = "ended"): void {
  const signIn = useSignIn(path);
  const ended = error != null && refusalOf(error).code === "UNAUTHORIZED";
  const leave = useEffectEvent(() => signIn(why));
  useEffect(() => {
    if (ended) leave();
  }, [ended]);
}
