import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ bookingId: string; kind: string }> };

/** A booking's tickets for a phone's wallet, to its buyer: a pass for Apple's, an address to go on to for Google's. */
export const GET = route("api", async (request, { params }: Context) => {
  const { bookingId, kind } = await params;
  if (kind !== "apple" && kind !== "google") return new Response("There is no such wallet.", { status: 404 });
  let address: string | null = null;
  const answer = await fileAnswer(request, async (api) => {
    if (kind === "apple") {
      const { bytes, ...file } = await api.ticket.appleWallet({ bookingId });
      return { ...file, content: bytes };
    }
    ({ address } = await api.ticket.googleWallet({ bookingId }));
    return { fileName: "wallet.txt", contentType: "text/plain", content: address };
  });
  return address ? new Response(null, { status: 303, headers: { location: address, "cache-control": "private, no-store" } }) : answer;
});
