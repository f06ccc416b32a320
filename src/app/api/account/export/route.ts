import { AppError } from "~/domain/errors";
import { claimsFromCookies } from "~/server/auth";
import { db } from "~/server/db";
import { exportData } from "~/server/services/account/export-data";
import { viewerFor } from "~/server/services/session";

const refuse = (status: number, message: string) => Response.json({ message }, { status });

/** A file with all that is kept about who asks. */
export async function GET(request: Request): Promise<Response> {
  const claims = await claimsFromCookies(request.headers.get("cookie"));
  const actor = claims && (await viewerFor({ db, claims }));
  if (!actor) return refuse(401, "Please sign in first.");
  try {
    return new Response(JSON.stringify(await exportData({ db, actor }), null, 2), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": 'attachment; filename="aisle-my-data.json"',
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "RATE_LIMITED") return refuse(429, error.userMessage);
    throw error;
  }
}
