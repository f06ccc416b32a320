import { doorInput, doorListCsvInput, doorRulesInput, linkIdInput, makeLinkInput, redeemInput, searchDoorInput, syncInput } from "~/schemas/check-in";
import { createRouter, doorProcedure, organizerProcedure } from "~/server/api/trpc";
import { doorListCsv, doorListPdf } from "~/server/services/door/door-list";
import { listDoorLinks, makeDoorLink, revokeDoorLink, setDoorRules } from "~/server/services/door/door-links";
import { listDoor } from "~/server/services/door/list-door";
import { redeem } from "~/server/services/door/redeem";
import { searchDoor } from "~/server/services/door/search-door";
import { syncDoor } from "~/server/services/door/sync-door";

/** The door: phones that let people in, and their organizer who makes phones into doors. */
export const checkInRouter = createRouter({
  redeem: doorProcedure.input(redeemInput).mutation(({ ctx, input }) => redeem({ ...ctx, ...input })),
  list: doorProcedure.input(doorInput).query(({ ctx, input }) => listDoor({ ...ctx, ...input })),
  sync: doorProcedure.input(syncInput).mutation(({ ctx, input }) => syncDoor({ ...ctx, ...input })),
  search: doorProcedure.input(searchDoorInput).query(({ ctx, input }) => searchDoor({ ...ctx, ...input })),

  links: organizerProcedure.input(doorInput).query(({ ctx, input }) => listDoorLinks({ ...ctx, ...input })),
  makeLink: organizerProcedure.input(makeLinkInput).mutation(({ ctx, input }) => makeDoorLink({ ...ctx, ...input })),
  revokeLink: organizerProcedure.input(linkIdInput).mutation(({ ctx, input }) => revokeDoorLink({ ...ctx, ...input })),
  setRules: organizerProcedure.input(doorRulesInput).mutation(({ ctx, input }) => setDoorRules({ ...ctx, ...input })),

  doorList: organizerProcedure.input(doorInput).query(({ ctx, input }) => doorListPdf({ ...ctx, ...input })),
  doorListCsv: organizerProcedure.input(doorListCsvInput).query(({ ctx, input }) => doorListCsv({ ...ctx, ...input })),
});
