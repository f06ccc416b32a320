import { describe, expect, it, vi } from "vitest";
import { activeFilters, describeResults } from "./describe-filters";
import { eventsHref, loadEventFilters, toListInput } from "./search-params";

const load = (query: string) => loadEventFilters(new URLSearchParams(query));

describe("filters in words", () => {
  it("says count and every filter in one sentence", () => {
    vi.setSystemTime("2026-11-22T09:00:00Z");
    const filters = load(
      "category=CONCERT&city=Mumbai&dateFrom=2026-11-27&dateTo=2026-11-29&maxPrice=2000&search=veena",
    );
    expect(describeResults(filters, 7)).toBe(
      "7 concerts in Mumbai, Fri 27 Nov to Sun 29 Nov, up to ₹2,000, with “veena”",
    );
    expect(describeResults(load("category=THEATER"), 1)).toBe("1 play");
    expect(describeResults(load("minPrice=500&maxPrice=1500&dateFrom=2026-11-27&dateTo=2026-11-27"), 0)).toBe(
      "No events, on Fri 27 Nov, ₹500 to ₹1,500",
    );
    vi.useRealTimers();
  });

  it("names each filter in force once, dates and prices as one", () => {
    const filters = load(
      "city=Pune&dateFrom=2026-11-27&dateTo=2026-11-29&minPrice=500&maxPrice=900&sort=price&page=3",
    );
    expect(activeFilters(filters).map(({ loosened }) => loosened)).toEqual([
      "Every city",
      "Any date",
      "Any price",
    ]);
    expect(activeFilters(load(""))).toEqual([]);
  });
});

describe("filters in the URL", () => {
  it("come back as they went, defaults left out", () => {
    const href = eventsHref({ category: "COMEDY", city: "Bengaluru", maxPrice: 900, sort: null, page: 1 });
    expect(href).toBe("/events?category=COMEDY&city=Bengaluru&maxPrice=900");
    expect(load(href.split("?")[1]!)).toMatchObject({
      category: "COMEDY",
      city: "Bengaluru",
      maxPrice: 900,
      page: 1,
    });
  });

  it("ignore what makes no sense instead of failing", () => {
    const filters = load(
      "category=OPERA&dateFrom=2026-02-30&dateTo=soon&minPrice=-5&maxPrice=1e9&sort=up&page=0",
    );
    expect(filters).toEqual(load(""));
    expect(toListInput(filters)).toEqual({ sort: "date", page: 1, limit: 12 });
  });

  it("ask for the best match first where something is searched for, unless told otherwise", () => {
    expect(toListInput(load("search=veena")).sort).toBe("match");
    expect(toListInput(load("search=veena&sort=date")).sort).toBe("date");
    expect(toListInput(load("sort=match")).sort).toBe("date");
  });

  it("ask in paise, and for whole days of India's clock", () => {
    const input = toListInput(load("dateFrom=2026-11-27&dateTo=2026-11-29&minPrice=500&city=%20Pune%20"));
    expect(input).toMatchObject({
      dateFrom: new Date("2026-11-26T18:30:00Z"),
      dateTo: new Date("2026-11-29T18:29:59.999Z"),
      minAllInPaise: 50_000,
      city: "Pune",
    });
  });
});
