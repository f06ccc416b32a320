import { routeOf } from "~/server/http/route-exchange";
import { MOST_BYTES } from "~/server/rest/read-input";
import { shopRest } from "~/server/rest/shop-rest";

/** The public API: everything below /api that no other folder here answers. */
const handler = routeOf(shopRest, MOST_BYTES);

export {
  handler as DELETE,
  handler as GET,
  handler as HEAD,
  handler as OPTIONS,
  handler as PATCH,
  handler as POST,
  handler as PUT,
};
