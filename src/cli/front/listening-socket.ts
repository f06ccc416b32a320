import { lookup } from "node:dns/promises";
import net from "node:net";

export type ListeningSocket = {
  /** Its number in this process, for children to inherit. */
  fd: number;
  port: number;
  close: () => void;
};

type Handle = { fd: number; close: () => void; getsockname: (out: { port?: number }) => number };

/** What node:cluster binds with: a socket with its port that accepts nothing in this process. */
const createHandle = (net as unknown as { _createServerHandle: (address: string | null, port: number, type: 4 | 6) => Handle | number })
  ._createServerHandle;

/**
 * Takes a port without answering on it. Those that inherit the socket share its line of callers: where one of them
 * dies or is exchanged, who stands in line is answered by another, and nobody is refused.
 *
 * @param host an address or a name of this machine; undefined for every address it has
 * @throws Error where the port is not to be had
 */
export async function takePort(host: string | undefined, port: number): Promise<ListeningSocket> {
  const found = host === undefined ? { address: null, family: 6 } : await lookup(host);
  const handle = createHandle(found.address, port, found.family === 4 ? 4 : 6);
  const name: { port?: number } = {};
  if (typeof handle === "number" || handle.getsockname(name) !== 0 || !name.port) {
    throw new Error(`Port ${port} is not to be had.`);
  }
  return { fd: handle.fd, port: name.port, close: () => handle.close() };
}
