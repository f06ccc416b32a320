import { nameInSection } from "~/domain/seating/seat-name";
import { formatTime } from "~/lib/dates";
import type { Spoken } from "./engine/door-engine";
import type { DoorConflict, DoorFigures } from "./engine/ports";
import { verdictWords } from "./verdict-words";

type Venue = { timeZone: string };

const kinds: Record<DoorConflict["kind"], string> = {
  DOUBLE: "Let in at two doors",
  GONE: "Let in after it was given back",
  UNKNOWN: "Let in though nobody knows the ticket",
};

/** Who is inside though the books would not have let them in. */
export function Conflicts({ conflicts, venue }: { conflicts: readonly DoorConflict[]; venue: Venue }) {
  if (conflicts.length === 0) return null;
  return (
    <section aria-label="Conflicts" className="border-warning bg-warning-soft mx-4 mt-4 border-l-4 px-4 py-3">
      <h2 className="font-semibold">Look for {conflicts.length === 1 ? "a double" : `${conflicts.length} doubles`}</h2>
      <ul className="mt-1 space-y-2 text-sm">
        {conflicts.slice(0, 5).map(({ id, kind, gate, at, firstGate, firstAt, sectionName, rowLabel, seatLabel }) => (
          <li key={id}>
            <span className="font-medium">{sectionName ? `${sectionName}, row ${rowLabel} seat ${seatLabel}` : "An unknown ticket"}</span>: {kinds[kind].toLowerCase()},{" "}
            {gate} at {formatTime(at, venue)}
            {firstGate && firstAt && `, before that ${firstGate} at ${formatTime(firstAt, venue)}`}.
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The last scans of this phone, newest first. */
export function LastScans({ scans, venue }: { scans: readonly Spoken[]; venue: Venue }) {
  if (scans.length === 0) return <p className="text-ink-soft">Nothing scanned since the page was opened.</p>;
  return (
    <ol className="divide-line divide-y">
      {scans.map((spoken) => (
        <li key={spoken.seq} className="flex items-baseline gap-3 py-2.5">
          <span className="figures text-ink-soft text-sm">{formatTime(new Date(spoken.at), venue)}</span>
          <span className="font-medium">{verdictWords(spoken, venue).word}</span>
          <span className="text-ink-soft ml-auto text-right text-sm">
            {spoken.seat ? nameInSection(spoken.seat) : "no seat"}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** How full the house is, by section and by gate. */
export function Figures({ figures }: { figures: DoorFigures | null }) {
  if (!figures) return <p className="text-ink-soft">The figures come with the network.</p>;
  const sum = (key: "sold" | "arrived" | "inside") => figures.sections.reduce((total, section) => total + section[key], 0);
  return (
    <>
      <p className="text-lg">
        <span className="display figures text-4xl">{sum("inside")}</span> inside, {sum("arrived")} of {sum("sold")} have come
      </p>
      <table className="figures mt-4 w-full text-left">
        <thead className="text-ink-soft text-sm">
          <tr>
            <th className="py-1 font-normal">Section</th>
            <th className="py-1 text-right font-normal">Inside</th>
            <th className="py-1 text-right font-normal">Come</th>
            <th className="py-1 text-right font-normal">Sold</th>
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {figures.sections.map(({ section, inside, arrived, sold }) => (
            <tr key={section}>
              <th scope="row" className="py-2 font-medium">{section}</th>
              <td className="py-2 text-right">{inside}</td>
              <td className="py-2 text-right">{arrived}</td>
              <td className="py-2 text-right">{sold}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="figures mt-6 w-full text-left">
        <thead className="text-ink-soft text-sm">
          <tr>
            <th className="py-1 font-normal">Gate</th>
            <th className="py-1 text-right font-normal">In</th>
            <th className="py-1 text-right font-normal">Out</th>
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {figures.gates.map(({ gate, entries, exits }) => (
            <tr key={gate}>
              <th scope="row" className="py-2 font-medium">{gate}</th>
              <td className="py-2 text-right">{entries}</td>
              <td className="py-2 text-right">{exits}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
