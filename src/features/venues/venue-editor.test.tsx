import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderWithApi } from "~/test/harness/with-api";
import { VenueEditor } from "./venue-editor";
import { newVenue, toSection } from "./venue-values";

async function typeVenue(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText("Name of the venue"), "Rang Hall");
  await user.type(screen.getByLabelText("City"), "Pune");
  await user.type(screen.getByLabelText("Address"), "1 Lane");
  await user.selectOptions(screen.getByLabelText("State"), "Maharashtra");
}

describe("VenueEditor", () => {
  it("draws the plan while one types, and hands over what was typed", async () => {
    const user = userEvent.setup();
    const onSave = vi.fn().mockResolvedValue(undefined);
    renderWithApi(<VenueEditor values={newVenue} saveLabel="Save venue" onSave={onSave} />, {});
    expect(screen.getByRole("img", { name: "Seating plan: Stalls, 200 seats in 10 rows" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Add a section" }));
    await user.type(screen.getAllByLabelText("Section").at(-1)!, "Balcony");
    const rows = screen.getAllByLabelText("Rows").at(-1)!;
    await user.clear(rows);
    await user.type(rows, "2");
    expect(await screen.findByRole("img", { name: /Balcony, 40 seats in 2 rows/ })).toBeVisible();
    await typeVenue(user);
    await user.click(screen.getByRole("button", { name: "Save venue" }));
    await vi.waitFor(() => expect(onSave).toHaveBeenCalled(), 30_000);
    expect(onSave.mock.calls[0]![0]).toMatchObject({
      name: "Rang Hall",
      stateCode: "27",
      sections: [{ name: "Stalls" }, { name: "Balcony", rowCount: "2" }],
    });
  });

  it("says beside the field what is wrong, and shows what the server refuses", async () => {
    const user = userEvent.setup();
    const refuse = () =>
      Promise.reject(Object.assign(new Error("no"), { data: { appCode: "INVALID_INPUT", field: "layout" } }));
    const onSave = vi.fn(refuse);
    renderWithApi(<VenueEditor values={newVenue} saveLabel="Save venue" onSave={onSave} />, {});
    await user.click(screen.getByRole("button", { name: "Save venue" }));
    expect(await screen.findByText("The venue's name is missing.")).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Add a section" }));
    await user.type(screen.getAllByLabelText("Section").at(-1)!, "Stalls");
    await typeVenue(user);
    await user.click(screen.getByRole("button", { name: "Save venue" }));
    expect(await screen.findByText("Another section has this name.")).toBeVisible();
    await user.type(screen.getAllByLabelText("Section").at(-1)!, " B");
    await user.click(screen.getByRole("button", { name: "Save venue" }));
    expect(await screen.findByText("no")).toBeVisible();
  });
});

describe("toSection", () => {
  it("keeps what the form does not show of a layout", () => {
    const form = { ...newVenue.sections[0]!, x: "", y: "", shape: "curved" as const };
    expect(toSection(form, { aisles: [5], x: 10, y: 20, radius: 300, missing: ["A1"] }).layout).toEqual({
      aisles: [5],
      radius: 300,
      missing: ["A1"],
      shape: "curved",
      rowLabels: "A",
    });
  });
});
