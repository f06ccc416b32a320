import { expect, it } from "vitest";
import { chosenCity } from "./chosen-city";

it("reads the city from a cookie where it is still one of those there are", () => {
  const cities = ["Mumbai", "New Delhi", "Pune"];
  expect(chosenCity("a=b; aisle-city=New%20Delhi; c=d", cities)).toBe("New Delhi");
  for (const header of [null, "", "aisle-city=Goa", "aisle-city=%E0%A4", "x-aisle-city=Pune", "aisle-city="]) expect(chosenCity(header, cities)).toBeUndefined();
});
