import { announceSales as announce } from "~/server/services/saved/announce-sales";
import type { Job } from "./job";

/** Tells who asked for it that a sale is open. */
export const announceSales: Job = ({ db }) => announce({ db });
