"use client";

import { api, type RouterInputs } from "~/trpc/react";
import { EventShelf } from "./event-shelf";

/** More of the same kind, soonest first. Nothing where there is no more. */
export function SimilarEvents({ id, seriesId, category, label }: { id: string; seriesId: string | null; category: NonNullable<RouterInputs["event"]["list"]["category"]>; label: string }) {
  const { data } = api.event.list.useQuery({ category, limit: 5 });
  const others = data?.items.filter((event) => event.id !== id && (seriesId === null || event.seriesId !== seriesId)).slice(0, 4) ?? [];
  if (others.length === 0) return null;
  return (
    <div className="mt-16">
      <EventShelf title="You may also like" events={others} href={`/events?category=${category}`} linkLabel={`All in ${label}`} />
    </div>
  );
}
