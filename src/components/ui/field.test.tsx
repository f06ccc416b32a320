import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { z } from "zod";
import { Button } from "./button";
import { Field } from "./field";
import { FormError, FormField, useZodForm } from "./form";
import { Input } from "./input";
import { PasswordInput } from "./password-input";
import { Select } from "./select";

it("names its control by the label and describes it by hint and error", () => {
  render(
    <Field label="Email" hint="Your tickets go there." error="Write an address, like name@example.com.">
      <Input />
    </Field>,
  );
  const input = screen.getByRole("textbox", { name: "Email" });
  expect(input).toBeInvalid();
  expect(input).toHaveAccessibleDescription(
    "Your tickets go there. Write an address, like name@example.com.",
  );
  expect(screen.getByRole("alert")).toHaveTextContent("Write an address");
});

it("says nothing of an error where there is none", () => {
  render(
    <Field label="City" optional>
      <Select>
        <option>Mumbai</option>
      </Select>
    </Field>,
  );
  const select = screen.getByRole("combobox", { name: "City (optional)" });
  expect(select).toBeValid();
  expect(select).not.toHaveAttribute("aria-describedby");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("lets a password be seen and keeps the field's name", async () => {
  render(
    <Field label="Password">
      <PasswordInput defaultValue="aisle-demo-1" />
    </Field>,
  );
  const input = screen.getByLabelText("Password");
  expect(input).toHaveAttribute("type", "password");
  await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(input).toHaveAttribute("type", "text");
  await userEvent.click(screen.getByRole("button", { name: "Hide password" }));
  expect(input).toHaveAttribute("type", "password");
});

const schema = z.object({
  name: z.string().min(1, "Write your name."),
  seats: z.coerce.number().max(6, "At most 6 seats."),
});

function BookingForm({ onValid }: { onValid: (values: z.output<typeof schema>) => void }) {
  const form = useZodForm(schema, { name: "", seats: "2" });
  return (
    <form noValidate onSubmit={form.handleSubmit(onValid)}>
      <FormField form={form} name="name" label="Name">
        {(props) => <Input {...props} />}
      </FormField>
      <FormField form={form} name="seats" label="Seats">
        {(props) => <Input {...props} />}
      </FormField>
      <FormError form={form} />
      <Button onClick={() => form.setError("root", { message: "Someone was quicker." })}>Fail</Button>
      <Button type="submit">Book</Button>
    </form>
  );
}

it("shows zod's sentences beside the fields, moves focus to the first, and passes parsed values on", async () => {
  const onValid = vi.fn();
  render(<BookingForm onValid={onValid} />);
  await userEvent.click(screen.getByRole("button", { name: "Book" }));
  const name = screen.getByRole("textbox", { name: "Name" });
  await waitFor(() => expect(name).toHaveAccessibleDescription("Write your name."));
  expect(name).toHaveFocus();
  expect(onValid).not.toHaveBeenCalled();

  await userEvent.type(name, "Asha");
  await waitFor(() => expect(name).toBeValid());
  await userEvent.click(screen.getByRole("button", { name: "Book" }));
  await waitFor(() => expect(onValid).toHaveBeenCalledWith({ name: "Asha", seats: 2 }, expect.anything()));
});

it("shows what the server said about the form as a whole", async () => {
  render(<BookingForm onValid={() => {}} />);
  expect(screen.queryByText("Someone was quicker.")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Fail" }));
  expect(await screen.findByText("Someone was quicker.")).toBeVisible();
});
