"use client";

import { useRouter } from "next/navigation";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";
import { VenueEditor } from "./venue-editor";
import { newVenue, toSection, venueFacts } from "./venue-values";

/** A new venue with its sections. */
export function CreateVenue() {
  const create = api.venue.create.useMutation();
  const utils = api.useUtils();
  const router = useRouter();
  return (
    <VenueEditor
      values={newVenue}
      saveLabel="Save venue"
      onSave={async (values) => {
        await create.mutateAsync({
          ...venueFacts(values),
          sections: values.sections.map((section) => toSection(section)),
        });
        await utils.venue.invalidate();
        toast.success("The venue is saved. Events can be held there now.");
        router.push("/organizer/venues");
      }}
    />
  );
}
