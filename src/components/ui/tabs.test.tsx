import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "./tabs";

const show = (props: Parameters<typeof Tabs>[0]) =>
  render(
    <Tabs {...props}>
      <TabsList aria-label="Views">
        <TabsTrigger value="map">Map</TabsTrigger>
        <TabsTrigger value="list">List</TabsTrigger>
        <TabsTrigger value="table">Table</TabsTrigger>
      </TabsList>
      <TabsContent value="map">the map</TabsContent>
      <TabsContent value="list">the list</TabsContent>
      <TabsContent value="table">the table</TabsContent>
    </Tabs>,
  );
const tab = (name: string) => screen.getByRole("tab", { name });

it("shows one view at a time, named by its tab", async () => {
  show({ defaultValue: "map" });
  expect(screen.getByRole("tabpanel", { name: "Map" })).toHaveTextContent("the map");
  await userEvent.click(tab("List"));
  expect(screen.getAllByRole("tabpanel")).toHaveLength(1);
  expect(screen.getByRole("tabpanel", { name: "List" })).toHaveTextContent("the list");
  expect(screen.queryByText("the map")).not.toBeInTheDocument();
  expect(tab("List")).toHaveAttribute("aria-controls", screen.getByRole("tabpanel").id);
});

it("is one stop for the Tab key and goes round by arrows, Home and End", async () => {
  show({ defaultValue: "map" });
  await userEvent.tab();
  expect(tab("Map")).toHaveFocus();
  await userEvent.keyboard("{ArrowLeft}");
  expect(tab("Table")).toHaveFocus();
  expect(tab("Table")).toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(tab("List")).toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{End}{Home}");
  expect(tab("Map")).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByRole("tabpanel")).toHaveFocus();
});

it("leaves the choice to who holds it", async () => {
  const onValueChange = vi.fn();
  show({ value: "map", onValueChange });
  await userEvent.click(tab("Table"));
  expect(onValueChange).toHaveBeenCalledWith("table");
  expect(tab("Map")).toHaveAttribute("aria-selected", "true");
});
