"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Armchair } from "lucide-react";
import Link from "next/link";
import { debounce, useQueryStates } from "nuqs";
import { TableSkeleton } from "~/components/table-skeleton";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { api } from "~/trpc/react";
import { venueParams, venuesHref, venuesInput } from "./venue-params";

/** Venues at which one may hold events. */
export function VenueTable() {
  const [params, setParams] = useQueryStates(venueParams, { history: "push" });
  const query = api.venue.list.useQuery(venuesInput(params), { placeholderData: keepPreviousData });
  const { data } = query;
  return (
    <>
      <div className="mb-4 grid gap-3 sm:grid-cols-[minmax(0,20rem)_12rem]">
        <Field label="Search venues">
          <Input
            type="search"
            placeholder="Name, city or address"
            defaultValue={params.search}
            onChange={(event) =>
              void setParams(
                { search: event.target.value, page: 1 },
                { history: "replace", limitUrlUpdates: debounce(350) },
              )
            }
          />
        </Field>
        <Field label="Show">
          <Select
            value={params.archived ? "archived" : ""}
            onChange={(event) => void setParams({ archived: event.target.value === "archived", page: 1 })}
          >
            <option value="">In use</option>
            <option value="archived">Archived</option>
          </Select>
        </Field>
      </div>
      {!data && query.isError && (
        <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />
      )}
      {!data && !query.isError && <TableSkeleton />}
      {data?.items.length === 0 && (
        <EmptyState
          icon={Armchair}
          title={
            params.search
              ? "No venue fits these words"
              : params.archived
                ? "Nothing is archived"
                : "No venues yet"
          }
          action={
            <Button asChild>
              <Link href="/organizer/venues/create">Add a venue</Link>
            </Button>
          }
        >
          {params.archived
            ? "A venue where nothing takes place any more can be archived on its page."
            : "A venue is a room with sections of rows and seats. Draw it once, and every event there has its seats."}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Table stack caption="Venues">
          <TableHead>
            <TableRow>
              <TableHeader>Venue</TableHeader>
              <TableHeader>City</TableHeader>
              <TableHeader numeric>Sections</TableHeader>
              <TableHeader numeric>Seats</TableHeader>
              <TableHeader>Kept by</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.items.map((venue) => (
              <TableRow key={venue.id}>
                <TableCell className="min-w-48">
                  <Link
                    href={`/organizer/venues/${venue.id}`}
                    className="touch-target font-medium underline-offset-4 hover:underline"
                  >
                    {venue.name}
                  </Link>
                </TableCell>
                <TableCell label="City">{venue.city}</TableCell>
                <TableCell label="Sections" numeric>
                  {venue.sectionCount.toLocaleString("en-IN")}
                </TableCell>
                <TableCell label="Seats" numeric>
                  {venue.seatCount.toLocaleString("en-IN")}
                </TableCell>
                <TableCell label="Kept by">
                  {venue.shared ? (
                    <Badge>Shared</Badge>
                  ) : (
                    <Badge tone="outline">{venue.editable ? "You" : "Another"}</Badge>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {data && (
        <div className="mt-6">
          <Pagination
            page={data.page}
            pageCount={data.pageCount}
            hrefFor={(page) => venuesHref({ ...params, page })}
          />
        </div>
      )}
    </>
  );
}
