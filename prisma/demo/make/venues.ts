import slugify from "@sindresorhus/slugify";
import { currentPlan, type CurrentPlan } from "../../../src/server/services/venues/current-plan";
import { venues } from "../venues";
import type { DemoVenue } from "../types";
import { insertRows } from "./insert";
import type { People } from "./people";
import { LETTERS, type Seeding } from "./seeding";

export const TIME_ZONE = "Asia/Kolkata";

export type MadeVenue = { id: string; demo: DemoVenue; plan: CurrentPlan };

/** The venues with their sections, and the plan that the product makes of them; by key. */
export async function makeVenues(seeding: Seeding, people: People): Promise<Map<string, MadeVenue>> {
  const { tx, now, random } = seeding;
  const made = venues.map((demo) => ({ demo, id: random.uuid(now) }));
  await insertRows(
    tx,
    "Venue",
    made.map(({ id, demo }) => ({
      id,
      name: demo.name,
      slug: slugify(demo.name),
      address: demo.address,
      city: demo.city,
      stateCode: demo.stateCode,
      timeZone: TIME_ZONE,
      amenities: demo.amenities,
      latitude: demo.latitude,
      longitude: demo.longitude,
      decorations: demo.decorations,
      ownerId: demo.owner && people.named[demo.owner]!.id,
      updatedAt: now,
    })),
  );
  await insertRows(
    tx,
    "Section",
    made.flatMap(({ id, demo }) =>
      demo.sections.map((section, position) => ({
        id: random.code(10, LETTERS),
        venueId: id,
        position,
        ...section,
      })),
    ),
  );
  const withPlans = new Map<string, MadeVenue>();
  for (const venue of made) {
    withPlans.set(venue.demo.key, { ...venue, plan: await currentPlan({ tx, venueId: venue.id }) });
  }
  return withPlans;
}
