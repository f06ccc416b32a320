import { trpcMount } from "~/server/api/mount";
import { bankMounts } from "~/server/bank/mounts";
import type { Mount } from "~/server/http/exchange";
import { restMount } from "~/server/rest/shop-rest";

/** The parts of the API that are answered before Next, the first that answers; all else is Next's. */
export const mounts: readonly Mount[] = [trpcMount, ...bankMounts, restMount];
