import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { OfflineNote } from "./offline-note";

const NOTE = "Aisle did not answer. We are trying again.";

afterEach(() => void vi.restoreAllMocks());

function Reader({ ask }: { ask: () => Promise<string> }) {
  const { data } = useQuery({ queryKey: ["it"], queryFn: ask, retry: 1, retryDelay: 0 });
  return <p>{data ?? "nothing yet"}</p>;
}

function show(ask: () => Promise<string>) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Reader ask={ask} />
      <OfflineNote />
    </QueryClientProvider>,
  );
}

it("says that a lost call is tried again, until it is answered", async () => {
  let answer: (words: string) => void = () => undefined;
  const ask = vi.fn<() => Promise<string>>();
  ask.mockRejectedValueOnce(new TypeError("Failed to fetch")).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  show(ask);
  expect(await screen.findByText(NOTE)).toBeVisible();
  await act(async () => answer("The seats"));
  expect(await screen.findByText("The seats")).toBeVisible();
  expect(screen.queryByText(NOTE)).toBeNull();
});

it("does not say so of what was answered with a refusal", async () => {
  const ask = vi.fn<() => Promise<string>>();
  ask.mockRejectedValueOnce(Object.assign(new Error("Busy"), { data: { httpStatus: 503 } })).mockReturnValueOnce(new Promise(() => undefined));
  show(ask);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
  expect(screen.queryByText(NOTE)).toBeNull();
});

it("says at once that there is no network", async () => {
  show(async () => "The seats");
  expect(await screen.findByText("The seats")).toBeVisible();
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(screen.getByText(/^You are offline/)).toBeVisible();
});
