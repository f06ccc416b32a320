import { formatTime } from "~/lib/dates";
import type { RouterOutputs } from "~/trpc/react";
import { QrPicture } from "~/components/qr-picture";
import { TurningCode } from "./turning-code";

type Tickets = RouterOutputs["ticket"]["list"];

/** One ticket, white as paper whatever the theme: code, row and seat large enough to read at arm's length. */
export function DoorTicket({
  ticket,
  event,
  holder,
  count,
  clockOffsetMs,
}: {
  ticket: Tickets["tickets"][number];
  event: Tickets["event"];
  /** Whose booking it is. */
  holder: string;
  count: string;
  /** The server's clock less this phone's. */
  clockOffsetMs: number;
}) {
  const { sectionName, rowLabel, seatLabel, qr, code, turningSecret, checkedInAt } = ticket;
  return (
    <article
      aria-label={`Ticket ${count}: ${sectionName}, row ${rowLabel} seat ${seatLabel}`}
      className="rounded-card border-line flex h-full flex-col border bg-[#fff] p-4 text-[#000]"
    >
      {turningSecret ? <TurningCode code={code} secret={turningSecret} clockOffsetMs={clockOffsetMs} /> : <QrPicture qr={qr} label="The code that is scanned at the door" />}
      {checkedInAt && (
        <p className="bg-[#000] px-3 py-2 text-center font-semibold text-[#fff]">
          Used at {formatTime(checkedInAt, event.venue)}
        </p>
      )}
      <dl className="mt-3 flex items-end justify-between gap-4 border-t-2 border-dashed border-[#8a8a8a] pt-4">
        <div className="min-w-0 grow">
          <dt className="text-sm text-[#4d4d4d]">Section</dt>
          <dd className="text-xl leading-tight font-semibold break-words">{sectionName}</dd>
        </div>
        <div className="text-right">
          <dt className="text-sm text-[#4d4d4d]">Row</dt>
          <dd className="display figures text-5xl">{rowLabel}</dd>
        </div>
        <div className="text-right">
          <dt className="text-sm text-[#4d4d4d]">Seat</dt>
          <dd className="display figures text-5xl">{seatLabel}</dd>
        </div>
      </dl>
      <p className="figures mt-4 text-[10px] leading-3.5 break-all text-[#4d4d4d]">{code}</p>
      <p className="mt-auto flex flex-wrap justify-between gap-x-4 pt-2 text-sm text-[#4d4d4d]">
        <span className="wrap-anywhere">{holder}</span>
        <span className="figures">Ticket {count}</span>
      </p>
    </article>
  );
}
