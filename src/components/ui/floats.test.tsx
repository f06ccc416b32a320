import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ConfirmDialog } from "./alert-dialog";
import { Button } from "./button";
import { Dialog, DialogContent, DialogTrigger } from "./dialog";
import { Input } from "./input";
import { Sheet, SheetContent, SheetTrigger } from "./sheet";

describe("Dialog", () => {
  it("takes the focus, keeps it, and gives it back on Escape", async () => {
    render(
      <Dialog>
        <DialogTrigger asChild>
          <Button>Rename</Button>
        </DialogTrigger>
        <DialogContent title="Name this section" description="What buyers will see.">
          <Input aria-label="Name" />
        </DialogContent>
      </Dialog>,
    );
    const opener = screen.getByRole("button", { name: "Rename" });
    await userEvent.click(opener);
    const dialog = screen.getByRole("dialog", { name: "Name this section" });
    expect(dialog).toHaveAccessibleDescription("What buyers will see.");
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(opener).toHaveFocus();
  });

  it("needs no description", async () => {
    render(
      <Sheet>
        <SheetTrigger asChild>
          <Button>Filters</Button>
        </SheetTrigger>
        <SheetContent title="Filters" side="bottom" footer={<Button>Show 24 events</Button>}>
          Category
        </SheetContent>
      </Sheet>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Filters" }));
    expect(screen.getByRole("dialog", { name: "Filters" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });
});

describe("ConfirmDialog", () => {
  const question = {
    title: "Cancel this booking?",
    description: "₹2,360 go back to your card.",
    confirmLabel: "Cancel booking",
    cancelLabel: "Keep booking",
  };

  it("starts on the harmless button and acts only when told", async () => {
    const onConfirm = vi.fn();
    render(<ConfirmDialog {...question} trigger={<Button>Cancel</Button>} onConfirm={onConfirm} />);
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByRole("alertdialog", { name: question.title })).toHaveAccessibleDescription(
      question.description,
    );
    expect(screen.getByRole("button", { name: "Keep booking" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Cancel booking" }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it("cannot be answered twice while it works", () => {
    render(<ConfirmDialog {...question} open pending onConfirm={() => {}} />);
    expect(screen.getByRole("button", { name: "Cancel booking" })).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByRole("button", { name: "Keep booking" })).toBeDisabled();
  });
});
