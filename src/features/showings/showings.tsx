"use client";

import { useState } from "react";
import { useMay } from "~/components/standing";
import { TableSkeleton } from "~/components/table-skeleton";
import { ErrorState } from "~/components/ui/error-state";
import { api } from "~/trpc/react";
import { MakeShowings } from "./make-showings";
import { ShowingTable } from "./showing-table";
import { Together } from "./together";

/** The run that an event is a showing of: made from a rule, changed one by one or together. */
export function Showings({ event }: { event: { id: string; startsAt: Date; timeZone: string; city: string } }) {
  const manages = useMay("MANAGER");
  const query = api.showing.list.useQuery({ eventId: event.id });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TableSkeleton rows={8} />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  const chosen = data.filter(({ id }) => ticked.has(id));
  const choose = (ids: string[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) if (on) next.add(id); else next.delete(id);
    setTicked(next);
  };
  if (!manages) return <ShowingTable showings={data} chosen={ticked} />;
  return (
    <>
      <MakeShowings event={event} />
      <Together eventId={event.id} chosen={chosen} onDone={() => setTicked(new Set())} />
      <ShowingTable showings={data} chosen={new Set(chosen.map(({ id }) => id))} onChoose={choose} />
    </>
  );
}
