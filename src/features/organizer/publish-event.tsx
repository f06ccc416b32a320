"use client";

import Link from "next/link";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";
import { useEventChanged } from "./use-event-changed";

/**
 * What is missing before a draft may be sold, and the button when nothing is. `onShow` brings a field of this page into
 * sight; without it, links lead to the page that has the fields.
 */
export function PublishEvent({ id, onShow }: { id: string; onShow?: (field: string) => void }) {
  const changed = useEventChanged(id);
  const checklist = api.event.publishChecklist.useQuery({ id }, { staleTime: 0 });
  const publish = api.event.publish.useMutation({
    onSuccess: async () => {
      toast.success("Published. Tickets can be bought as the sale begins.");
      await changed();
    },
    onError: (error) => {
      toast.error(refusalOf(error).message);
      void checklist.refetch();
    },
  });
  const gaps = checklist.data ?? [];
  return (
    <Alert
      tone={gaps.length > 0 ? "warning" : "info"}
      title={gaps.length > 0 ? "Before this can be published" : "This is a draft: nobody but you sees it"}
      className="mt-6 flex-wrap"
      action={
        <Button
          loading={publish.isPending}
          disabled={!checklist.data || gaps.length > 0}
          onClick={() => publish.mutate({ id })}
        >
          Publish event
        </Button>
      }
    >
      {gaps.length > 0 ? (
        <ul className="list-disc pl-5">
          {gaps.map((gap) => (
            <li key={gap.field + gap.sentence}>
              <Link
                href={`/organizer/events/${id}/edit#${gap.field}`}
                className="underline underline-offset-4"
                onClick={(click) => {
                  if (!onShow) return;
                  click.preventDefault();
                  onShow(gap.field);
                }}
              >
                {gap.sentence}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        "Nothing is missing. Once published, place and price stay as soon as a seat is held or sold."
      )}
    </Alert>
  );
}
