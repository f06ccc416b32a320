import { comedy } from "./events/comedy";
import { concerts } from "./events/concerts";
import { conferences } from "./events/conferences";
import { movies } from "./events/movies";
import { others } from "./events/others";
import { sports } from "./events/sports";
import { theatre } from "./events/theatre";
import type { DemoEvent } from "./types";

/** The programme: invented from the first act to the last. */
export const events: DemoEvent[] = [
  ...movies,
  ...concerts,
  ...sports,
  ...theatre,
  ...comedy,
  ...conferences,
  ...others,
];
