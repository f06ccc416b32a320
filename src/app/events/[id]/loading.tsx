export { EventDetailsSkeleton as default } from "~/features/events/event-details-skeleton";
