import { createCaller } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { clientIp } from "~/server/http/client-ip";
import { refusal } from "~/server/http/route";
import { claimsFromCookies } from "~/server/session-cookie";

type File = { fileName: string; contentType: string; content: string | Uint8Array | ReadableStream<Uint8Array> };
export type Api = ReturnType<typeof createCaller>;

/**
 * A file made for who asks, or the refusal's sentence with its status. Nobody keeps it but the browser.
 *
 * @param make gets the API as a call from outside, and for further pieces of the same file as one of our own
 */
export async function fileAnswer(
  request: Request,
  make: (api: Api, further: Api) => Promise<File>,
): Promise<Response> {
  try {
    const claims = claimsFromCookies(request.headers.get("cookie"));
    const further = createContext({ claims, ip: clientIp(request.headers) });
    const { fileName, contentType, content } = await make(createCaller({ ...further, counted: true }), createCaller(further));
    return new Response(content as BodyInit, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return refusal(error, "text");
  }
}
