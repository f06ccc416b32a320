import { fileAnswer } from "~/app/api/file-answer";

type Context = { params: Promise<{ invoiceId: string }> };

/** An invoice or credit note, to its buyer, its organizer or an admin. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { invoiceId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, bytes } = await api.invoice.pdf({ invoiceId });
    return { fileName, contentType: "application/pdf", content: bytes };
  });
}
