import { big } from "./venues/big";
import { cinemas } from "./venues/cinemas";
import { halls } from "./venues/halls";
import { stages } from "./venues/stages";
import type { DemoVenue } from "./types";

/** Ten rooms of ten kinds, invented, in cities that are not. */
export const venues: DemoVenue[] = [...cinemas, ...stages, ...halls, ...big];
