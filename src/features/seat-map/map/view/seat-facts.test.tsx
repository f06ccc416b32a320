import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { seatFlags } from "~/domain/seating/flags";
import { buildSeatModel } from "../model/seat-model";
import { code } from "../model/seat-statuses";
import { SeatFacts } from "./seat-facts";

const model = (flags: number) =>
  buildSeatModel({
    planHash: "p",
    size: { width: 10, height: 10 },
    decorations: [],
    sections: [
      { id: "s", name: "Stalls", pricePaise: 50_000, rows: [{ label: "C", seats: [{ id: "1", ordinal: 0, label: "12", x: 0, y: 0, flags }] }] },
    ],
  });

describe("SeatFacts", () => {
  it("says each thing that is special about a seat, once", () => {
    const flags = seatFlags.companion | seatFlags.restrictedView;
    render(<SeatFacts model={model(flags)} seat={0} status={code.available} mine={false} />);
    expect(screen.getByText("Row C, seat 12")).toBeInTheDocument();
    expect(screen.getAllByText("Companion seat")).toHaveLength(1);
    expect(screen.getAllByText("Restricted view")).toHaveLength(1);
    expect(screen.queryByText("Wheelchair space")).not.toBeInTheDocument();
  });
});
