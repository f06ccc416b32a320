import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { blockSection } from "~/domain/seating/editor/blocks";
import { emptyDraft, type PlanDraft } from "~/domain/seating/editor/draft";
import { Refusal, renderWithApi } from "~/test/harness/with-api";
import { PlanEditor } from "./plan-editor";

const block = { rows: 2, seatsPerRow: 3, shape: "straight", growth: 0, aisles: [], rowNames: "letters", firstRow: 1, seatOrder: "left-to-right", seatNumbers: "all", priceMultiplierBps: 10_000 } as const;
const hall: PlanDraft = {
  sections: [blockSection({ ...block, name: "Stalls" }, { id: "a", x: 0, y: 0 })],
  decorations: [{ kind: "stage", x: -30, y: -60, width: 60, height: 30, label: "Stage" }],
};

/** As the server counts them: one more with every save. */
function serverOf() {
  let revision = 0;
  const save = vi.fn((_input: { draft: PlanDraft; revision: number }) => ({ revision: (revision += 1) }));
  const publish = vi.fn((_input: { revision: number }) => ({ planHash: "h", seatCount: 6 }));
  return { save, publish };
}

function open(draft: PlanDraft, answers: Parameters<typeof renderWithApi>[1] = {}) {
  const user = userEvent.setup();
  renderWithApi(<PlanEditor venueId="v1" draft={draft} revision={0} onDiscarded={vi.fn()} />, answers);
  return user;
}

const tab = (name: RegExp) => screen.getByRole("tab", { name });

describe("PlanEditor", () => {
  // jsdom draws nothing: what is tested is what can be done without the picture.
  beforeEach(() => void vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null));

  it("adds rows by a form, and publishes what was saved", async () => {
    const { save, publish } = serverOf();
    const user = open(hall, { "venue.savePlanDraft": save, "venue.publishPlanDraft": publish });
    expect(screen.getByRole("button", { name: "Publish the plan" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Add" }));
    await user.click(await screen.findByRole("menuitem", { name: "Rows of seats" }));
    await user.clear(screen.getByRole("spinbutton", { name: "Rows" }));
    await user.type(screen.getByRole("spinbutton", { name: "Rows" }), "2{Enter}");
    await user.selectOptions(screen.getByRole("combobox", { name: "Numbers run" }), "From the middle");
    await user.click(screen.getByRole("button", { name: "Add 28 seats" }));
    expect(screen.getByText("28 seats of Stalls 2")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Publish the plan" }));
    await vi.waitFor(() => expect(publish).toHaveBeenCalledWith({ venueId: "v1", revision: 1 }), 30_000);
    const { draft } = save.mock.calls[0]![0];
    expect(draft.sections.map(({ name }) => name)).toEqual(["Stalls", "Stalls 2"]);
    expect(draft.sections[1]!.rows[0]!.seats.slice(5, 9).map(({ label }) => label)).toEqual(["3", "1", "2", "4"]);
  });

  it("chooses by the list, changes, undoes and does again", async () => {
    const { save } = serverOf();
    const user = open(hall, { "venue.savePlanDraft": save });
    await user.click(tab(/Sections/));
    await user.click(screen.getByText("Rows and seats"));
    await user.click(await screen.findByRole("button", { name: "Row B" }));
    await user.click(screen.getByRole("button", { name: "B3" }));
    await user.click(tab(/Chosen/));
    expect(screen.getByText("2 seats of Stalls")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Companion seat" }));
    expect(screen.getByRole("button", { name: "Companion seat" })).toHaveAttribute("aria-pressed", "true");
    await user.click(await screen.findByRole("tab", { name: /Checks \(1\)/ }));
    expect(await screen.findByText(/2 companion seats have no wheelchair place/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("Nothing is wrong with this plan.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Do again" }));
    expect(await screen.findByText(/2 companion seats/)).toBeVisible();
    await user.keyboard("{Control>}z{/Control}");
    expect(await screen.findByText("Nothing is wrong with this plan.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Do again" }));
    // Saved by itself, a moment after.
    const flags = () => save.mock.calls.at(-1)?.[0].draft.sections[0]!.rows[1]!.seats.map((seat) => seat.flags);
    await vi.waitFor(() => expect(flags()).toEqual([2, 2, 0]), 30_000);
  });

  it("moves what is chosen by fields, and deletes it", async () => {
    const { save } = serverOf();
    const user = open(hall, { "venue.savePlanDraft": save });
    await user.click(tab(/Sections/));
    await user.click(screen.getByRole("button", { name: "Choose Stalls" }));
    await user.click(tab(/Chosen/));
    await user.type(screen.getByRole("spinbutton", { name: "Right, in seats" }), "{Backspace}3{Enter}");
    await user.click(screen.getByRole("button", { name: "Move" }));
    await user.click(screen.getByRole("button", { name: "Publish the plan" }));
    await vi.waitFor(() => expect(save).toHaveBeenCalled(), 30_000);
    expect(save.mock.calls[0]![0].draft.sections[0]!.rows[0]!.seats.map(({ x }) => x)).toEqual([20, 30, 40]);
    await user.click(screen.getByRole("button", { name: "Delete" }));
    expect(screen.getByText(/0 seats in 0 sections/)).toBeVisible();
  });

  it("does not publish what a ticket could not tell apart, and says so", async () => {
    const { save, publish } = serverOf();
    const user = open(hall, { "venue.savePlanDraft": save, "venue.publishPlanDraft": publish });
    await user.click(tab(/Sections/));
    await user.click(screen.getByText("Rows and seats"));
    await user.click(await screen.findByRole("button", { name: "Row B" }));
    await user.click(tab(/Chosen/));
    await user.click(screen.getByText("Names and numbers"));
    await user.click(screen.getByRole("button", { name: "Name rows" }));
    await user.click(screen.getByRole("button", { name: "Publish the plan" }));
    expect(await screen.findByText(/6 seats share section, row and number/)).toBeVisible();
    await user.click(within(screen.getByRole("tabpanel")).getByRole("button", { name: "Choose them" }));
    await user.click(tab(/Chosen/));
    expect(screen.getByText("6 seats of Stalls")).toBeVisible();
    expect(publish).not.toHaveBeenCalled();
  });

  it("begins with a room, and says what the server refuses", async () => {
    const { save } = serverOf();
    const refuse = () => {
      throw new Refusal("INVALID_INPUT", "These seats are held or sold and are not in the new plan: Stalls C5.", "plan");
    };
    const user = open(emptyDraft, { "venue.savePlanDraft": save, "venue.publishPlanDraft": refuse });
    await user.click(screen.getByRole("button", { name: "Theatre" }));
    await user.click(screen.getByRole("button", { name: "Publish the plan" }));
    expect(await screen.findByText(/not in the new plan: Stalls C5/)).toBeVisible();
    await user.click(tab(/Sections/));
    expect(screen.getAllByRole("textbox", { name: "Section" }).map((field) => (field as HTMLInputElement).value)).toEqual(["Stalls", "Circle", "Box left", "Box right"]);
  });
});
