import { patience } from "~/server/patience";

/** Transaction options where seats are made in bulk. */
export const bulk = {
  get timeoutMs() {
    return patience.bulkTryMs;
  },
  get deadlineMs() {
    return patience.bulkMs;
  },
};
