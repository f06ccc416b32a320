import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { Checkbox } from "./checkbox";
import { Chip, RemovableChip } from "./chip";
import { RadioCard, RadioGroup } from "./radio-group";
import { StarInput } from "./star-input";
import { StarRating } from "./star-rating";
import { Stepper } from "./stepper";
import { Switch } from "./switch";

it("ticks and switches by their words", async () => {
  render(
    <>
      <Checkbox label="Wheelchair spaces" hint="And a seat beside it" />
      <Switch label="Remind me" />
    </>,
  );
  await userEvent.click(screen.getByText("Wheelchair spaces"));
  expect(screen.getByRole("checkbox", { name: "Wheelchair spaces" })).toBeChecked();
  expect(screen.getByRole("checkbox")).toHaveAccessibleDescription("And a seat beside it");
  await userEvent.click(screen.getByText("Remind me"));
  expect(screen.getByRole("switch", { name: "Remind me" })).toBeChecked();
});

it("chooses one of a few", async () => {
  const onValueChange = vi.fn();
  render(
    <RadioGroup aria-label="Way to pay" defaultValue="card" onValueChange={onValueChange}>
      <RadioCard value="card" label="Card" />
      <RadioCard value="upi" label="UPI" hint="Any app" />
    </RadioGroup>,
  );
  await userEvent.click(screen.getByText("UPI"));
  expect(onValueChange).toHaveBeenCalledWith("upi");
  expect(screen.getByRole("radio", { name: "UPI" })).toBeChecked();
});

it("says which chip is on and what a cross removes", async () => {
  const remove = vi.fn();
  render(
    <>
      <Chip pressed>Concerts</Chip>
      <RemovableChip label="Mumbai" onClick={remove} />
    </>,
  );
  expect(screen.getByRole("button", { name: "Concerts" })).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(screen.getByRole("button", { name: "Remove filter: Mumbai" }));
  expect(remove).toHaveBeenCalled();
});

function Rate() {
  const [rating, setRating] = useState(0);
  return <StarInput label="Your rating" value={rating} onChange={setRating} />;
}

it("takes a rating and says it in words", async () => {
  render(<Rate />);
  expect(screen.getAllByRole("radio", { checked: false })).toHaveLength(5);
  await userEvent.click(screen.getByRole("radio", { name: "4 stars, Very good" }));
  expect(screen.getByRole("radio", { name: "4 stars, Very good" })).toBeChecked();
});

it("reads an average aloud with its count", () => {
  render(<StarRating value={4.26} count={128} />);
  expect(screen.getByRole("img", { name: "4.3 out of 5 stars" })).toBeInTheDocument();
  expect(screen.getByText("reviews")).toBeInTheDocument();
});

it("marks the step one is at and those that are done", () => {
  render(<Stepper current={1} />);
  const [seats, payment, tickets] = screen.getAllByRole("listitem");
  expect(seats).toHaveTextContent("Seats (done)");
  expect(payment).toHaveAttribute("aria-current", "step");
  expect(tickets).not.toHaveAttribute("aria-current");
});
