import { Agent, request } from "node:http";

export type Outcome = { done: number; failed: string[]; pids: Set<string> };

type Options = {
  port: number;
  /** At least. */
  total: number;
  atOnce: number;
  onDone?: (done: number) => void;
  /** It goes on until this is so. */
  enough?: () => boolean;
};

/** Asks so often over kept connections, as many at once as told, one address after the other. */
export async function sendMany({ port, total, atOnce, onDone, enough = () => true }: Options): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const outcome: Outcome = { done: 0, failed: [], pids: new Set() };
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < total || !enough(); n = next++) {
      const path = n % 2 === 0 ? "/who" : "/api/trpc/system.ping";
      const { status, text } = await ask(agent, port, path);
      if (status !== 200) outcome.failed.push(`${path}: ${status} ${text}`);
      else if (path === "/who") outcome.pids.add(text);
      outcome.done++;
      onDone?.(outcome.done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
  return outcome;
}

function ask(agent: Agent, port: number, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const sent = request({ agent, port, host: "127.0.0.1", path }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      response.on("error", (error) => resolve({ status: 0, text: String(error) }));
    });
    sent.on("error", (error) => resolve({ status: 0, text: String(error) }));
    sent.end();
  });
}
