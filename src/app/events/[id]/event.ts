import { cache } from "react";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";

/** The event of this request's page, read once for its layout, head and body; unknown ones are a 404. */
export const readEvent = cache((id: string) => orNotFound(api.event.byId({ id })));
