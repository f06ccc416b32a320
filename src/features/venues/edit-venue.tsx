"use client";

import { useMemo, useState } from "react";
import { toast } from "sonner";
import { Alert } from "~/components/ui/alert";
import { Skeleton } from "~/components/ui/skeleton";
import type { SectionForm } from "~/schemas/venue-form";
import { api, type RouterOutputs } from "~/trpc/react";
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
  const addSection = api.venue.addSection.useMutation();
  const updateSection = api.venue.updateSection.useMutation();
  const removeSection = api.venue.removeSection.useMutation();
  const layouts = useMemo(() => new Map(venue.sections.map(({ id, layout }) => [id, layout])), [venue]);
  const before = valuesOf(venue).sections;

  const saveSections = async (sections: readonly SectionForm[]) => {
    const kept = new Set(sections.map((section) => section.sectionId));
    for (const { sectionId: id } of before) if (!kept.has(id)) await removeSection.mutateAsync({ id });
    for (const section of sections) {
      const { sectionId: id } = section;
      const old = before.find((known) => known.sectionId === id);
      if (!old) await addSection.mutateAsync({ venueId: venue.id, ...toSection(section) });
      else if (JSON.stringify(old) !== JSON.stringify(section))
        await updateSection.mutateAsync({ id, ...toSection(section, layouts.get(id)) });
    }
  };

  return (
    <>
      <Alert tone="info" className="mb-8">
        Published events keep the seats they were published with. Drafts take up these when they are saved or
        published.
      </Alert>
      <VenueEditor
        values={valuesOf(venue)}
        layouts={layouts}
        decorations={venue.decorations}
        saveLabel="Save venue"
        onSave={async (values) => {
          try {
            await update.mutateAsync({ id: venue.id, ...venueFacts(values) });
            await saveSections(values.sections);
            toast.success("The venue is saved.");
          } finally {
            await utils.venue.invalidate();
          }
          onSaved();
        }}
      />
    </>
  );
}
