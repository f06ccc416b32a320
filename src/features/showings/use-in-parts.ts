"use client";

import { useState } from "react";
import { SHOWINGS_A_CALL } from "~/domain/showings";

/**
 * Works on many things a few at a time, and says how many are done. What is done stays done where a call fails: the
 * error is the caller's to show, and asking again goes on.
 */
export function useInParts() {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const run = async <T, R>(all: readonly T[], part: (some: T[]) => Promise<R>): Promise<R[]> => {
    const answers: R[] = [];
    setProgress({ done: 0, total: all.length });
    try {
      for (let from = 0; from < all.length; from += SHOWINGS_A_CALL) {
        answers.push(await part(all.slice(from, from + SHOWINGS_A_CALL)));
        setProgress({ done: Math.min(from + SHOWINGS_A_CALL, all.length), total: all.length });
      }
      return answers;
    } finally {
      setProgress(null);
    }
  };
  return { progress, run };
}
