import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Bank } from "~/server/gateways/sandbox/bank";
import { serveBank } from "~/server/gateways/sandbox/handler";

/** The sandbox bank on a port of its own, for storms that run outside the tests. */
export async function serveApart(bank: Bank): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
      const web = new Request(new URL(request.url ?? "/", "http://bank.test"), { method: request.method, headers: request.headers as Record<string, string>, body });
      const answer = await serveBank(bank, web);
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => (server.closeAllConnections(), server.close()) };
}
