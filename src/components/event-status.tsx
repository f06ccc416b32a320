import type { EventStatus } from "~/domain/event-state";
import { Badge } from "./ui/badge";

export const statusWords: Record<EventStatus, string> = {
  DRAFT: "Draft",
  PUBLISHED: "Published",
  COMPLETED: "Over",
  CANCELLED: "Cancelled",
};

const tones = { DRAFT: "warning", PUBLISHED: "success", COMPLETED: "neutral", CANCELLED: "danger" } as const;

/** Where an event stands, in a word. */
export function EventStatusBadge({ status }: { status: EventStatus }) {
  return <Badge tone={tones[status]}>{statusWords[status]}</Badge>;
}
