import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ invoiceId: string }> };

/** An invoice or credit note, to its buyer, its organizer or an admin. */
export const GET = route("api", async (request, { params }: Context) => {
  const { invoiceId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, bytes } = await api.invoice.pdf({ invoiceId });
    return { fileName, contentType: "application/pdf", content: bytes };
  });
});
