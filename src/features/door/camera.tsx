"use client";

import { CameraOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { openCodeReader } from "./code-reader";

/** Between two looks. */
const LOOK_EVERY_MS = 120;
/** A code that stays in sight is one scan; gone for so long, it is another. */
const GONE_MS = 1_500;

/** The phone's camera: says each code that comes into sight, once. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const say = useRef(onCode);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    say.current = onCode;
  }, [onCode]);
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = { code: "", at: 0 };
    const start = async () => {
      const [reader, opened] = await Promise.all([
        openCodeReader(),
        navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false }),
      ]);
      stream = opened;
      if (gone || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      const look = async () => {
        const code = video.current && video.current.readyState >= 2 ? await reader.read(video.current).catch(() => null) : null;
        if (gone) return;
        if (code) {
          // A code that turns is still the same ticket.
          const ticket = code.replace(/^(A\d+-[0-9A-Z]+)-[0-9A-Z]+$/, "$1");
          const isNew = ticket !== seen.code || Date.now() - seen.at > GONE_MS;
          Object.assign(seen, { code: ticket, at: Date.now() });
          if (isNew) say.current(code);
        }
        timer = setTimeout(() => void look(), LOOK_EVERY_MS);
      };
      await look();
    };
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    // No camera, or none that may be used: hand scanners and typed codes go on.
    start().catch(() => setRefused(true));
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, []);
  if (refused)
    return (
      <p className="text-ink-soft grid h-full place-content-center justify-items-center gap-3 px-8 text-center">
        <CameraOff aria-hidden className="size-8" />
        No camera. Allow it in the browser, use a hand scanner, or type the code.
      </p>
    );
  return <video ref={video} muted playsInline aria-label="What the camera sees" className="size-full object-cover" />;
}
