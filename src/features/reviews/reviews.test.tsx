import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Refusal, renderWithApi } from "~/test/harness/with-api";
import { Reviews } from "./reviews";

const review = {
  id: "r1",
  rating: 4,
  comment: "Sublime music.",
  reply: null,
  repliedAt: null,
  createdAt: new Date("2026-11-18T09:00:00Z"),
  author: "Shreya Mahanta",
  mine: false,
};
const list = {
  items: [review],
  total: 1,
  page: 1,
  pageCount: 1,
  average: 4,
  count: 1,
  histogram: [0, 0, 0, 1, 0],
  own: null,
  mayReview: false,
  mayReply: false,
  mayTakeDown: false,
};
const show = (answers: Parameters<typeof renderWithApi>[1]) =>
  renderWithApi(<Reviews eventId="e1" timeZone="Asia/Kolkata" />, answers);

it("lets strangers read and nothing else", async () => {
  show({ "review.list": () => list });
  expect(await screen.findByText("Sublime music.")).toBeInTheDocument();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
  expect(screen.queryByRole("radiogroup")).not.toBeInTheDocument();
});

it("takes a review of who was there, stars first", async () => {
  const upsert = vi.fn((_input: unknown) => ({ id: "r2" }));
  show({
    "review.list": () => ({ ...list, items: [], total: 0, average: null, mayReview: true }),
    "review.upsert": upsert as never,
  });
  await userEvent.click(await screen.findByRole("button", { name: "Publish review" }));
  expect(screen.getByRole("alert")).toHaveTextContent("Give one to five stars.");
  expect(upsert).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("radio", { name: "5 stars, Superb" }));
  await userEvent.type(screen.getByRole("textbox", { name: "In your words (optional)" }), "He clapped.");
  await userEvent.click(screen.getByRole("button", { name: "Publish review" }));
  await waitFor(() =>
    expect(upsert.mock.calls[0]?.[0]).toEqual({ eventId: "e1", rating: 5, comment: "He clapped." }),
  );
});

it("shows the server's refusal beside the form", async () => {
  show({
    "review.list": () => ({ ...list, mayReview: true }),
    "review.upsert": () => {
      throw new Refusal("FORBIDDEN", "Reviews are for people who were there.");
    },
  });
  await userEvent.click(await screen.findByRole("radio", { name: "3 stars, Good" }));
  await userEvent.click(screen.getByRole("button", { name: "Publish review" }));
  expect(await screen.findByText("Reviews are for people who were there.")).toBeInTheDocument();
});

it("asks before one's own review is taken back", async () => {
  const remove = vi.fn((_input: unknown) => ({ eventId: "e1" }));
  const own = { ...review, removedAt: null, removedReason: null };
  show({ "review.list": () => ({ ...list, own, mayReview: true }), "review.remove": remove as never });
  await userEvent.click(await screen.findByRole("button", { name: "Take it back" }));
  expect(remove).not.toHaveBeenCalled();
  await userEvent.click(
    within(screen.getByRole("alertdialog")).getByRole("button", { name: "Take it back" }),
  );
  await waitFor(() => expect(remove.mock.calls[0]?.[0]).toEqual({ eventId: "e1" }));
});

it("tells the writer why a review was taken down", async () => {
  const own = { ...review, removedAt: new Date(), removedReason: "It named a private person." };
  show({ "review.list": () => ({ ...list, own }) });
  expect(await screen.findByText("It named a private person.")).toBeInTheDocument();
  expect(screen.queryByRole("radiogroup")).not.toBeInTheDocument();
});

it("lets the organizer answer", async () => {
  const reply = vi.fn((_input: unknown) => ({}));
  show({ "review.list": () => ({ ...list, mayReply: true }), "review.reply": reply as never });
  await userEvent.click(await screen.findByRole("button", { name: "Answer" }));
  await userEvent.type(screen.getByRole("textbox", { name: /Your answer/ }), "Thank you.");
  await userEvent.click(screen.getByRole("button", { name: "Publish answer" }));
  await waitFor(() => expect(reply.mock.calls[0]?.[0]).toEqual({ id: "r1", reply: "Thank you." }));
});

it("shows how many gave which stars", async () => {
  show({ "review.list": () => ({ ...list, average: 3.7, total: 3, count: 3, histogram: [1, 0, 0, 0, 2] }) });
  const stars = within(await screen.findByLabelText("Reviews by stars"));
  expect(stars.getAllByRole("term").map(({ textContent }) => textContent)).toEqual(["5 stars★", "4 stars★", "3 stars★", "2 stars★", "1 star★"]);
  expect(stars.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual(["2", "0", "0", "0", "1"]);
});

it("lets an admin take a review down, with a reason", async () => {
  const takeDown = vi.fn((_input: unknown) => ({ id: "r1" }));
  show({ "review.list": () => ({ ...list, mayTakeDown: true }), "review.takeDown": takeDown as never });
  await userEvent.click(await screen.findByRole("button", { name: "Take down" }));
  const dialog = within(screen.getByRole("alertdialog", { name: "Take down what Shreya Mahanta wrote?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Take it down" }));
  expect(dialog.getByText("Say why.")).toBeInTheDocument();
  expect(takeDown).not.toHaveBeenCalled();
  await userEvent.type(dialog.getByRole("textbox", { name: "Reason, as its author reads it" }), "It insults the cast.");
  await userEvent.click(dialog.getByRole("button", { name: "Take it down" }));
  await waitFor(() => expect(takeDown.mock.calls[0]?.[0]).toEqual({ id: "r1", reason: "It insults the cast." }));
});
