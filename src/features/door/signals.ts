export type Signal = "good" | "bad" | "ask";

// Told apart without looking: up, down, and the same twice.
const tones: Record<Signal, readonly [frequency: number, from: number, ms: number][]> = {
  good: [[880, 0, 90], [1320, 90, 140]],
  bad: [[220, 0, 180], [160, 180, 320]],
  ask: [[520, 0, 110], [520, 190, 110]],
};
const shakes: Record<Signal, number[]> = { good: [60], bad: [200, 80, 200], ask: [80, 60, 80] };

let audio: AudioContext | undefined;

/** Browsers let a page sound after it was touched. */
export function wakeSound(): void {
  audio ??= typeof AudioContext === "undefined" ? undefined : new AudioContext();
  if (audio?.state === "suspended") void audio.resume().catch(() => undefined);
}

/** Sound and vibration of a verdict, where the phone has them. */
export function signal(kind: Signal): void {
  navigator.vibrate?.(shakes[kind]);
  if (!audio || audio.state !== "running") return;
  for (const [frequency, from, ms] of tones[kind]) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    const start = audio.currentTime + from / 1_000;
    tone.type = kind === "bad" ? "square" : "sine";
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.35, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + ms / 1_000);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + ms / 1_000);
  }
}
