"use client";

import { keepPreviousData } from "@tanstack/react-query";
import Link from "next/link";
import { Switch } from "~/components/ui/switch";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";
import { ListControls, useListParams } from "./list-controls";
import { ListFrame } from "./list-frame";
import { eventsInput } from "./list-params";

/** Published events, and which of them stand on the front page. */
export function FeaturedTable() {
  const [params] = useListParams();
  const query = api.event.list.useQuery(eventsInput(params), { placeholderData: keepPreviousData });
  const utils = api.useUtils();
  const setFeatured = api.admin.setFeatured.useMutation({
    onSuccess: () => utils.event.invalidate(),
    onError: (error) => toast.error(refusalOf(error).message),
  });
  return (
    <>
      <ListControls
        placeholder="Title, artist or venue"
        filter="Show"
        options={[["featured", "On the front page"]]}
      />
      <ListFrame query={query} path="/admin/events" params={params} empty="No published event fits.">
        {(events) => (
          <Table stack caption="Published events">
            <TableHead>
              <TableRow>
                <TableHeader>Event</TableHeader>
                <TableHeader>When and where</TableHeader>
                <TableHeader className="w-32 text-right">Front page</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {events.map((event) => (
                <TableRow key={event.id}>
                  <TableCell className="min-w-52">
                    <Link
                      href={`/organizer/events/${event.id}`}
                      className="touch-target font-medium underline-offset-4 hover:underline"
                    >
                      {event.title}
                    </Link>
                  </TableCell>
                  <TableCell label="When and where" className="min-w-52">
                    {formatWhen(event.startsAt, event.venue)}, {event.venue.name}
                  </TableCell>
                  <TableCell label="Front page">
                    <Switch
                      label={<span className="sr-only">{event.title} on the front page</span>}
                      checked={event.featured}
                      disabled={setFeatured.isPending}
                      onCheckedChange={(featured) => setFeatured.mutate({ id: event.id, featured })}
                    />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </ListFrame>
    </>
  );
}
