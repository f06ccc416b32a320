export { lockBooking, type LockedBooking } from "~/server/services/sale/locks";
