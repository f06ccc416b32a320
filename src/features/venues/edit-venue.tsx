"use client";

import { useMemo, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Skeleton } from "~/components/ui/skeleton";
import type { SectionLayout } from "~/domain/seating/plan/seating-plan";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { ArchiveVenue } from "./archive-venue";
import { VenueEditor } from "./venue-editor";
import { toSection, valuesOf, venueFacts } from "./venue-values";

/** A venue as it is, to be changed. Events on sale keep the seats they have. */
export function EditVenue({ id }: { id: string }) {
  const { data: venue } = api.venue.byId.useQuery({ id });
  const [version, setVersion] = useState(0);
  if (!venue) return <Skeleton className="h-96" />;
  return <Editor key={version} venue={venue} onSaved={() => setVersion(version + 1)} />;
}

function Editor({ venue, onSaved }: { venue: RouterOutputs["venue"]["byId"]; onSaved: () => void }) {
  const utils = api.useUtils();
  const update = api.venue.update.useMutation();
  // What stands in the form is of this moment, whatever is read anew behind it.
  const [knownAt] = useState(venue.updatedAt);
  const imported = venue.sections.some((section) => section.imported);
  // The seats of an imported plan are many: they come by themselves.
  const { data: source } = api.venue.plan.useQuery({ venueId: venue.id }, { enabled: imported });
  const layouts = useMemo(() => {
    const sections = source?.sections ?? venue.sections;
    return new Map(sections.map(({ id, layout }) => [id, layout]));
  }, [venue, source]);

  if (imported && !source) return <Skeleton className="h-96" />;
  return (
    <>
      {venue.archived ? (
        <Alert
          tone="warning"
          title="This venue is archived"
          action={<ArchiveVenue id={venue.id} name={venue.name} archived />}
          className="mb-8"
        >
          It stands in no list, and no event can be planned here until you bring it back.
        </Alert>
      ) : (
        <Alert tone="info" className="mb-8">
          Published events keep the seats they were published with. Drafts take up these when they are saved
          or published.
        </Alert>
      )}
      <VenueEditor
        values={valuesOf(venue)}
        layouts={layouts}
        decorations={venue.decorations}
        saveLabel="Save venue"
        onSave={async (values) => {
          const sections = values.sections.map((section) => ({
            id: section.sectionId || undefined,
            ...withoutSeats(toSection(section, layouts.get(section.sectionId))),
          }));
          await update.mutateAsync({ id: venue.id, knownAt, ...venueFacts(values), sections });
          await utils.venue.invalidate();
          toast.success("The venue is saved.");
          onSaved();
        }}
      />
      {!venue.archived && (
        <section aria-labelledby="archive-title" className="border-line mt-12 border-t pt-6">
          <h2 id="archive-title" className="display text-xl">
            No more events here?
          </h2>
          <p className="text-ink-soft mt-1 mb-4 max-w-prose">
            An archived venue leaves every list. Past events keep it, and you can bring it back.
          </p>
          <ArchiveVenue id={venue.id} name={venue.name} archived={false} />
        </section>
      )}
    </>
  );
}

/** The server keeps an imported section's seats as they are; they need not travel back. */
function withoutSeats<T extends { layout: SectionLayout }>(section: T) {
  const { rows: _rows, ...layout } = section.layout;
  return { ...section, layout };
}
