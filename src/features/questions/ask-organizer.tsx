"use client";

import { MessageCircleQuestion } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";
import { useSignIn } from "~/lib/use-sign-in";

const loadDialog = () => import("./ask-dialog").then((module) => module.AskDialog);

/** The way to the event's organizer, who learns no address by it. Whoever is not signed in is led to that first. */
export function AskOrganizer({ eventId, organizer, signedIn }: { eventId: string; organizer: string; signedIn: boolean }) {
  const signIn = useSignIn(`/events/${eventId}`);
  if (!signedIn) return <AskButton onClick={() => signIn("ask")} />;
  return (
    <OnDemand load={loadDialog} props={{ eventId, organizer }} popup="dialog">
      {(opener) => <AskButton {...opener} />}
    </OnDemand>
  );
}

/** The button alone. */
export function AskButton(props: ComponentProps<typeof Button>) {
  return (
    <Button variant="secondary" size="sm" {...props}>
      <MessageCircleQuestion aria-hidden /> Ask the organizer
    </Button>
  );
}
