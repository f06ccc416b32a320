import { createTRPCClient, httpLink } from "@trpc/client";
import { wire } from "~/lib/wire";
import type { AppRouter } from "~/trpc/react";
import { doorApiOf } from "./engine/api-of";
import type { Identity } from "./idb-store";

/** The door's calls, each by itself: none waits for another's answer. A link's phone shows its token in a header. */
export function browserDoor(eventId: string, { token, installation }: Identity) {
  const { checkIn } = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${window.location.origin}/api/trpc`,
        transformer: wire,
        headers: () => (token ? { "x-aisle-door": `${token}.${installation}` } : {}),
      }),
    ],
  });
  const api = doorApiOf(
    {
      list: (input, signal) => checkIn.list.query(input, { signal }),
      redeem: (input, signal) => checkIn.redeem.mutate(input, { signal }),
      sync: (input, signal) => checkIn.sync.mutate(input, { signal }),
    },
    { eventId, installation, now: () => Date.now() },
  );
  return { api, search: (text: string) => checkIn.search.query({ eventId, installation, text }) };
}
