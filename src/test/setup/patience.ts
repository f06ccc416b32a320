import { patience } from "~/server/patience";

/** How much longer than in the product everybody waits: a machine with other work takes nobody's time away. */
const STRETCH = 20;

for (const [name, ms] of Object.entries(patience)) Object.assign(patience, { [name]: ms * STRETCH });
