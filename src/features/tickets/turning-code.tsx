"use client";

import { useEffect, useState } from "react";
import { STEP_MS, stepAt } from "~/domain/door/turning-code";
import { QrPicture } from "~/components/qr-picture";

type Props = { code: string; secret: string; clockOffsetMs: number };

/** A ticket's code with the proof of this half minute, reckoned by the phone itself: it turns without network. */
export function TurningCode({ code, secret, clockOffsetMs }: Props) {
  const [shown, setShown] = useState<{ qr: { size: number; path: string }; step: number } | null>(null);
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async () => {
      const [{ proofAt }, { drawQr }] = await Promise.all([import("~/lib/ticket-crypto"), import("~/lib/draw-qr")]);
      if (gone) return;
      const now = Date.now() + clockOffsetMs;
      const bytes = Uint8Array.from(atob(secret), (sign) => sign.charCodeAt(0));
      setShown({ qr: drawQr(`${code}-${proofAt(bytes, stepAt(now))}`), step: stepAt(now) });
      timer = setTimeout(() => void turn(), STEP_MS - (now % STEP_MS) + 50);
    };
    void turn();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [code, secret, clockOffsetMs]);
  return (
    <>
      {shown ? <QrPicture qr={shown.qr} label="The code that is scanned at the door" /> : <div className="aspect-square w-full" />}
      <p className="mb-2 flex items-center gap-2 text-sm text-[#000]" data-step={shown?.step}>
        <span aria-hidden className="size-2.5 rounded-full bg-[#0b7a3b]" />
        Live code: turns every half minute. A picture of it is not let in.
      </p>
    </>
  );
}
