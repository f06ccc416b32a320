import { Client, Query } from "pg";

type Asked = { text?: string; values?: unknown[]; name?: string };
type Callback = (error: Error | null, result?: unknown) => void;
type Wire = {
  stream: { cork: () => void; uncork: () => void };
  parse: (statement: { text: string; name: string; types: number[] }) => void;
  bind: (portal: { portal: string; statement: string; values: unknown[] }) => void;
  execute: (portal: { portal: string; rows: number }) => void;
};

const DriverQuery = Query as unknown as new (asked: Asked & { queryMode: "extended"; callback: Callback }) => {
  submit(wire: Wire): Error | null;
  handleCommandComplete(message: unknown, wire: Wire): void;
};

const NOTHING = { command: "BEGIN", rowCount: 0, oid: 0, fields: [], rows: [] };
const ISOLATION = "SET TRANSACTION ISOLATION LEVEL ";

/** BEGIN and SET TRANSACTION travel with the first statement: the control's transactions opened so. */
export class OpeningClient extends Client {
  private begin: string | null = null;

  // @ts-expect-error: the driver's own overloads, callbacks included, are passed through as they come
  override query(...args: [string | Asked, ...unknown[]]): unknown {
    const [asked] = args;
    const text = typeof asked === "string" ? asked : asked.text;
    if (typeof args.at(-1) !== "function" && text === "BEGIN") {
      this.begin = "BEGIN";
      return Promise.resolve(NOTHING);
    }
    if (this.begin === null) return super.query(...(args as [string]));
    if (text?.startsWith(ISOLATION)) {
      this.begin = `BEGIN ISOLATION LEVEL ${text.slice(ISOLATION.length)}`;
      return Promise.resolve(NOTHING);
    }
    const { begin } = this;
    this.begin = null;
    if (text === "COMMIT" || text === "ROLLBACK") return Promise.resolve(NOTHING);
    return new Promise((resolve, reject) => {
      const callback: Callback = (error, result) => (error ? reject(error) : resolve(result));
      super.query(new OpeningQuery(begin, typeof asked === "string" ? { text: asked } : asked, callback) as never);
    });
  }
}

class OpeningQuery extends DriverQuery {
  private opened = false;

  constructor(
    private readonly begin: string,
    asked: Asked,
    callback: Callback,
  ) {
    super({ ...asked, queryMode: "extended", callback });
  }

  override submit(wire: Wire): Error | null {
    wire.stream.cork();
    try {
      wire.parse({ text: this.begin, name: "", types: [] });
      wire.bind({ portal: "", statement: "", values: [] });
      wire.execute({ portal: "", rows: 0 });
      return super.submit(wire);
    } finally {
      wire.stream.uncork();
    }
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.opened) super.handleCommandComplete(message, wire);
    this.opened = true;
  }
}
