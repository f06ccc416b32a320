import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Refusal, renderWithApi } from "~/test/harness/with-api";
import { PlanFiles } from "./plan-files";

const empty = () => ({ name: "Hall", sections: [], decorations: [] });
const csv = (rows: string[]) => ["section,row,seat,x,y", ...rows].join("\n");
const halves = csv(["Ground,A,1,0,0", "Ground,A,2,25,0", "Ground,A,1,300,0", "Ground,A,2,325,0"]);

async function choose(text: string, answers: Parameters<typeof renderWithApi>[1] = {}) {
  const user = userEvent.setup();
  renderWithApi(<PlanFiles id="v1" />, { "venue.plan": empty, "venue.planDraft": () => null, ...answers });
  await user.upload(await screen.findByLabelText("A file with a seating plan"), new File([text], "hall.csv", { type: "text/csv" }));
  return user;
}

describe("PlanFiles", () => {
  it("says where a venue without seats gets some", async () => {
    renderWithApi(<PlanFiles id="v1" />, { "venue.plan": empty });
    expect(await screen.findByText("No seats yet")).toBeVisible();
    expect(screen.getByRole("button", { name: "Export as JSON" })).toBeDisabled();
  });

  it("shows a file before it is saved, and saves its text", async () => {
    const save = vi.fn(() => ({ planHash: "h", seatCount: 2, warnings: [] }));
    const user = await choose(csv(["Stalls,A,1,0,0", "Stalls,A,2,25,0"]), { "venue.importPlan": save });
    expect(await screen.findByRole("img", { name: "Seating plan: Stalls, 2 seats in 1 rows" })).toBeVisible();
    expect(save).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Save this plan" }));
    expect(await screen.findByText("No seats yet")).toBeVisible();
    expect(save).toHaveBeenCalledWith({ venueId: "v1", plan: expect.stringContaining("Stalls,A,2"), choices: {} });
  });

  it("names seats that a ticket could not tell apart, and goes on once it is said what to do", async () => {
    const save = vi.fn(() => ({ planHash: "h", seatCount: 4, warnings: [] }));
    const user = await choose(halves, { "venue.importPlan": save });
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent('Line 4 (Ground, row "A", seat "1") cannot be told from Line 2');
    expect(screen.getByRole("button", { name: "Save this plan" })).toBeDisabled();
    await user.click(within(alert).getByText("All the places"));
    expect(within(alert).getAllByRole("listitem")).toHaveLength(2);
    await user.click(screen.getByRole("radio", { name: "Give them another name" }));
    expect(await screen.findByText(/2 seats have another name than in the file/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Save this plan" }));
    await vi.waitFor(() => expect(save).toHaveBeenCalledWith(expect.objectContaining({ choices: { sameName: "rename" } })), 30_000);
  });

  it("says that a drawing goes with what it was drawn on", async () => {
    await choose(csv(["Stalls,A,1,0,0"]), { "venue.planDraft": () => ({ draft: { sections: [], decorations: [] }, revision: 3 }) });
    expect(await screen.findByText(/Saving this file throws it away/)).toBeVisible();
  });

  it("says what is wrong with a file, and what the server refuses", async () => {
    const user = await choose("hello");
    expect(await screen.findByRole("alert")).toHaveTextContent("Line 1: it begins with none of plan, grid");
    await user.click(screen.getByRole("button", { name: "Choose another file" }));
    expect(await screen.findByText("No seats yet")).toBeVisible();
  });

  it("keeps the file where the server refuses it", async () => {
    const refuse = () => {
      throw new Refusal("INVALID_INPUT", "These seats are held or sold and are not in the new plan: Stalls C5.", "plan");
    };
    const user = await choose(csv(["Stalls,A,1,0,0"]), { "venue.importPlan": refuse });
    await user.click(await screen.findByRole("button", { name: "Save this plan" }));
    expect(await screen.findByText(/not in the new plan: Stalls C5/)).toBeVisible();
    expect(screen.getByRole("img", { name: /Stalls, 1 seats/ })).toBeVisible();
  });
});
