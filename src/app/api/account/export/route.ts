import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

/** A file with all that is kept about who asks. */
export const GET = route("api", (request) =>
  fileAnswer(request, async (api) => ({
    fileName: "aisle-my-data.json",
    contentType: "application/json; charset=utf-8",
    content: JSON.stringify(await api.user.exportData(), null, 2),
  })),
);
