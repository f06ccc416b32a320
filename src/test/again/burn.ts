import { spawn } from "node:child_process";

/** So many processes that do nothing but keep a core busy, until they are put out; they end with this one in any case. */
export function burn(count: number): { putOut: () => void } {
  const endless =
    "process.on('disconnect', () => process.exit()); (function on() { for (let i = 0; i < 1e7; i++); setImmediate(on); })()";
  const fires = Array.from({ length: count }, () =>
    spawn(process.execPath, ["-e", endless], { stdio: ["ignore", "ignore", "ignore", "ipc"] }),
  );
  return { putOut: () => fires.forEach((fire) => fire.kill()) };
}
