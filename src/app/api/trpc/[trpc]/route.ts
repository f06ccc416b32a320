import { trpcMount } from "~/server/api/mount";
import { webRoute } from "~/server/http/web-route";

// Under `npm start` the front has answered before it comes to this; here it is for Vercel and `next dev`.
const handler = webRoute(trpcMount);

export { handler as GET, handler as POST };
