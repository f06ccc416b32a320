import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { createCaller } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies } from "~/server/session-cookie";

type File = { fileName: string; contentType: string; content: string | Uint8Array };

/** A file made for who asks, or the refusal's sentence with its status. Nobody keeps it but the browser. */
export async function fileAnswer(
  request: Request,
  make: (api: ReturnType<typeof createCaller>) => Promise<File>,
): Promise<Response> {
  const claims = claimsFromCookies(request.headers.get("cookie"));
  try {
    const { fileName, contentType, content } = await make(createCaller(createContext({ claims })));
    return new Response(content as BodyInit, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return new Response(error.message, {
      status: getHTTPStatusCodeFromError(error),
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}
