import { doorInput, doorListCsvInput, doorRulesInput, linkIdInput, makeLinkInput, redeemInput, searchDoorInput, syncInput } from "~/schemas/check-in";
import { createRouter, doorkeeperProcedure, doorProcedure, managerProcedure, sellerProcedure } from "~/server/api/trpc";
import { doorListCsv, doorListPdf } from "~/server/services/door/door-list";
import { listDoorLinks, makeDoorLink, revokeDoorLink, setDoorRules } from "~/server/services/door/door-links";
import { listDoor } from "~/server/services/door/list-door";
import { listDoors } from "~/server/services/door/list-doors";
import { redeem } from "~/server/services/door/redeem";
import { searchDoor } from "~/server/services/door/search-door";
import { syncDoor } from "~/server/services/door/sync-door";

/** The door: phones that let people in, and their organizer who makes phones into doors. */
export const checkInRouter = createRouter({
  redeem: doorProcedure.input(redeemInput).mutation(({ ctx, input }) => redeem({ ...ctx, ...input })),
  list: doorProcedure.input(doorInput).query(({ ctx, input }) => listDoor({ ...ctx, ...input })),
  sync: doorProcedure.input(syncInput).mutation(({ ctx, input }) => syncDoor({ ...ctx, ...input })),
  search: doorProcedure.input(searchDoorInput).query(({ ctx, input }) => searchDoor({ ...ctx, ...input })),

  links: managerProcedure.input(doorInput).query(({ ctx, input }) => listDoorLinks({ ...ctx, ...input })),
  makeLink: managerProcedure.input(makeLinkInput).mutation(({ ctx, input }) => makeDoorLink({ ...ctx, ...input })),
  revokeLink: managerProcedure.input(linkIdInput).mutation(({ ctx, input }) => revokeDoorLink({ ...ctx, ...input })),
  setRules: managerProcedure.input(doorRulesInput).mutation(({ ctx, input }) => setDoorRules({ ...ctx, ...input })),

  doors: doorkeeperProcedure.query(({ ctx }) => listDoors(ctx)),
  doorList: sellerProcedure.input(doorInput).query(({ ctx, input }) => doorListPdf({ ...ctx, ...input })),
  doorListCsv: sellerProcedure.input(doorListCsvInput).query(({ ctx, input }) => doorListCsv({ ...ctx, ...input })),
});
