import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter, type OnUrlUpdateFunction } from "nuqs/adapters/testing";
import { expect, it, vi } from "vitest";
import type { ListEventsInput } from "~/schemas/event";
import { renderWithApi } from "~/test/harness/with-api";
import { EventsBrowser } from "./events-browser";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(), useRouter: () => ({}) }));

const veena = {
  id: "e1",
  title: "Veena by Lamplight",
  startsAt: new Date("2096-12-12T14:00:00Z"),
  imageUrl: null,
  venue: { name: "Vainika Hall", city: "Chennai", timeZone: "Asia/Kolkata" },
  fromAllInPaise: 94_400,
  saleState: "ON_SALE",
  availability: "MANY",
};
const facets = {
  categories: [],
  cities: [
    { city: "Chennai", count: 1 },
    { city: "Mumbai", count: 3 },
  ],
};
const nothing = { items: [], total: 0, page: 1, pageCount: 0 };

function open(query: string, list: (input: ListEventsInput) => unknown) {
  const onUrlUpdate = vi.fn<OnUrlUpdateFunction>();
  const { unmount } = renderWithApi(
    <NuqsTestingAdapter searchParams={query} onUrlUpdate={onUrlUpdate} hasMemory>
      <EventsBrowser />
    </NuqsTestingAdapter>,
    { "event.list": list as never, "event.facets": () => facets },
  );
  return { unmount, address: () => onUrlUpdate.mock.lastCall?.[0].queryString };
}

it("asks for what the address says and says what it found", async () => {
  const list = vi.fn((_input: ListEventsInput) => ({ items: [veena], total: 1, page: 1, pageCount: 1 }));
  open("?city=Chennai&category=CONCERT&maxPrice=2000", list);
  expect(await screen.findByRole("link", { name: "Veena by Lamplight" })).toBeInTheDocument();
  expect(screen.getByRole("status")).toHaveTextContent("1 concert in Chennai, up to ₹2,000");
  expect(list.mock.calls[0]?.[0]).toMatchObject({
    city: "Chennai",
    category: "CONCERT",
    maxAllInPaise: 200_000,
  });
  expect(screen.getByRole("button", { name: "Concerts" })).toHaveAttribute("aria-pressed", "true");
});

it("says of a page beyond the last one where the list ends", async () => {
  open("?city=Chennai&page=9999", () => ({ items: [], total: 26, page: 9_999, pageCount: 3 }));
  expect(await screen.findByText("There is no page 9,999")).toBeVisible();
  expect(screen.getByRole("link", { name: "Go to the last page" })).toHaveAttribute("href", "/events?city=Chennai&page=3");
  expect(screen.getByRole("status")).toHaveTextContent("26 events in Chennai");
  expect(screen.queryByText(/Nothing is on sale/)).toBeNull();
});

it("offers again what found something on this device, the latest first, until it is to be forgotten", async () => {
  window.localStorage.clear();
  const list = (input: ListEventsInput) => ({ items: input.search === "nothing" ? [] : [veena], total: input.search === "nothing" ? 0 : 1, page: 1, pageCount: 1 });
  for (const search of ["mumbai", "vee", "veena", "nothing"]) {
    const { unmount } = open(`?search=${search}`, list);
    await screen.findByText(search === "nothing" ? /^No events/ : /^1 event/);
    unmount();
  }
  open("", list);
  const recent = await screen.findByRole("navigation", { name: "Recent searches" });
  expect(within(recent).getAllByRole("link").map((link) => link.textContent)).toEqual(["veena", "mumbai"]);
  expect(within(recent).getByRole("link", { name: "veena" })).toHaveAttribute("href", "/events?search=veena");
  await userEvent.click(within(recent).getByRole("button", { name: "Forget these" }));
  expect(screen.queryByRole("navigation", { name: "Recent searches" })).toBeNull();
  expect(window.localStorage).toHaveLength(0);
});

it("writes every change into the address and goes back to the first page", async () => {
  const { address } = open("?page=3", () => ({ items: [veena], total: 40, page: 3, pageCount: 4 }));
  await screen.findByRole("link", { name: "Veena by Lamplight" });
  expect(screen.getByRole("link", { name: "Page 4" })).toHaveAttribute("href", "/events?page=4");
  await userEvent.click(screen.getByRole("button", { name: "Comedy" }));
  await waitFor(() => expect(address()).toBe("?category=COMEDY"));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "City" }), "Mumbai");
  await waitFor(() => expect(address()).toBe("?category=COMEDY&city=Mumbai"));
  await userEvent.type(screen.getByRole("textbox", { name: "Search events" }), "veena");
  await waitFor(() => expect(address()).toBe("?category=COMEDY&city=Mumbai&search=veena"));
  await userEvent.click(screen.getByRole("button", { name: "Remove filter: Mumbai" }));
  await waitFor(() => expect(address()).toBe("?category=COMEDY&search=veena"));
});

it("orders by the best match while something is searched for, and keeps another order in the address", async () => {
  const list = vi.fn((_input: ListEventsInput) => ({ items: [veena], total: 1, page: 1, pageCount: 1 }));
  const { address } = open("?search=veena", list);
  await screen.findByRole("link", { name: "Veena by Lamplight" });
  const order = screen.getAllByRole("combobox", { name: "Order" })[0]!;
  expect(order).toHaveDisplayValue("Best match first");
  await userEvent.selectOptions(order, "Soonest first");
  await waitFor(() => expect(address()).toBe("?search=veena&sort=date"));
  expect(list.mock.lastCall?.[0]).toMatchObject({ sort: "date" });
  await userEvent.selectOptions(order, "Best match first");
  await waitFor(() => expect(address()).toBe("?search=veena"));
  await userEvent.click(screen.getByRole("button", { name: "Clear search" }));
  await waitFor(() => expect(address()).toBe(""));
  expect(within(order).queryByRole("option", { name: "Best match first" })).not.toBeInTheDocument();
});

it("offers to lift the one filter whose absence brings something, and says how much", async () => {
  const { address } = open("?city=Chennai&search=cheese", (input) =>
    input.search ? nothing : { ...nothing, total: 7 },
  );
  expect(await screen.findByText("No events in Chennai, with “cheese”")).toBeInTheDocument();
  const way = await screen.findByRole("button", { name: "Without “cheese” 7" });
  expect(screen.queryByRole("button", { name: /Every city/ })).not.toBeInTheDocument();
  await userEvent.click(way);
  await waitFor(() => expect(address()).toBe("?city=Chennai"));
});

it("can clear everything where no single step helps", async () => {
  const { address } = open("?city=Pune&category=SPORTS", () => nothing);
  expect(await screen.findByText("No single filter hides everything. Try clearing several.")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Clear every filter" }));
  await waitFor(() => expect(address()).toBe(""));
});

it("says so when the list does not load, and tries again", async () => {
  let broken = true;
  open("", () => {
    if (broken) throw new Error("away");
    return { items: [veena], total: 1, page: 1, pageCount: 1 };
  });
  const alert = await screen.findByRole("alert");
  broken = false;
  await userEvent.click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Veena by Lamplight" })).toBeInTheDocument();
});
