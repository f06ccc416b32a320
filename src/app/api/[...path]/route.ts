import { webRoute } from "~/server/http/web-route";
import { restMount } from "~/server/rest/shop-rest";

/** The public API: everything below /api that no other folder here answers. */
const handler = webRoute(restMount);

export {
  handler as DELETE,
  handler as GET,
  handler as HEAD,
  handler as OPTIONS,
  handler as PATCH,
  handler as POST,
  handler as PUT,
};
