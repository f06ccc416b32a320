import { Badge } from "~/components/ui/badge";
import type { RouterOutputs } from "~/trpc/react";

export type Status = RouterOutputs["admin"]["outbox"]["items"][number]["status"];

const looks: Record<Status, { word: string; tone: "neutral" | "warning" | "success" | "danger" }> = {
  PENDING: { word: "Waiting", tone: "neutral" },
  SENDING: { word: "Leaving", tone: "warning" },
  SENT: { word: "Sent", tone: "success" },
  FAILED: { word: "Failed", tone: "danger" },
  DROPPED: { word: "Overtaken", tone: "neutral" },
};

export const statusWord = (status: Status) => looks[status].word;

export function StatusBadge({ status }: { status: Status }) {
  const { word, tone } = looks[status];
  return <Badge tone={tone}>{word}</Badge>;
}
