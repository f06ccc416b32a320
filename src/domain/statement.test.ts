import { expect, it } from "vitest";
import { owedOf } from "./statement";

it("owes the organizer all that is left, but for the tax that Aisle pays", () => {
  const sums = { soldPaise: 118_000, soldTaxPaise: 18_000, backPaise: 11_800, backTaxPaise: 1_800 };
  expect(owedOf({ ...sums, aislesTaxPaise: 0 })).toEqual({ leftPaise: 106_200, feePaise: 0, aislesTaxPaise: 0, organizersTaxPaise: 16_200, toOrganizerPaise: 106_200 });
  const platform = owedOf({ ...sums, aislesTaxPaise: 16_200 });
  expect(platform).toMatchObject({ toOrganizerPaise: 90_000, organizersTaxPaise: 0 });
  expect(platform.toOrganizerPaise + platform.feePaise + platform.aislesTaxPaise).toBe(platform.leftPaise);
});

it("owes nothing of an event that was called off", () => {
  const sums = { soldPaise: 118_000, soldTaxPaise: 18_000, backPaise: 118_000, backTaxPaise: 18_000, aislesTaxPaise: 0 };
  expect(owedOf(sums)).toEqual({ leftPaise: 0, feePaise: 0, aislesTaxPaise: 0, organizersTaxPaise: 0, toOrganizerPaise: 0 });
});
