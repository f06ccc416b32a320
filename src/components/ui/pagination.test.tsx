import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Pagination, pagesToShow } from "./pagination";

const hrefFor = (page: number) => `/events?city=Mumbai&page=${page}`;

it("links to first, last and neighbours, keeping the filters", () => {
  render(<Pagination page={5} pageCount={12} hrefFor={hrefFor} />);
  expect(screen.getByRole("link", { name: "Page 6" })).toHaveAttribute("href", "/events?city=Mumbai&page=6");
  expect(screen.getByRole("link", { name: "Page 5" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("link", { name: "Previous page" })).toHaveAttribute(
    "href",
    "/events?city=Mumbai&page=4",
  );
  expect(screen.queryByRole("link", { name: "Page 2" })).not.toBeInTheDocument();
});

it("has no way before the first or after the last page", () => {
  const { rerender } = render(<Pagination page={1} pageCount={3} hrefFor={hrefFor} />);
  expect(screen.queryByRole("link", { name: "Previous page" })).not.toBeInTheDocument();
  rerender(<Pagination page={3} pageCount={3} hrefFor={hrefFor} />);
  expect(screen.queryByRole("link", { name: "Next page" })).not.toBeInTheDocument();
});

it("is not there for a single page", () => {
  const { container } = render(<Pagination page={1} pageCount={1} hrefFor={hrefFor} />);
  expect(container).toBeEmptyDOMElement();
});

it("shows a gap only where it hides two pages or more", () => {
  expect(pagesToShow(5, 12)).toEqual([1, null, 4, 5, 6, null, 12]);
  expect(pagesToShow(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(pagesToShow(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(pagesToShow(1, 2)).toEqual([1, 2]);
});
