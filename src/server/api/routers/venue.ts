import { publishPlanDraftInput, savePlanDraftInput } from "~/schemas/plan-draft";
import {
  addSectionInput,
  archiveVenueInput,
  createVenueInput,
  exportPlanInput,
  importPlanInput,
  listVenuesInput,
  sectionIdInput,
  updateSectionInput,
  updateKnownVenueInput,
  venueIdInput,
} from "~/schemas/venue";
import { createRouter, managerProcedure, teamVisitorProcedure } from "~/server/api/trpc";
import { archiveVenue } from "~/server/services/venues/archive-venue";
import { createVenue } from "~/server/services/venues/create-venue";
import { getVenue } from "~/server/services/venues/get-venue";
import { exportPlan, importPlan, venuePlan } from "~/server/services/venues/import-plan";
import { listVenues } from "~/server/services/venues/list-venues";
import { discardPlanDraft, getPlanDraft, publishPlanDraft, savePlanDraft } from "~/server/services/venues/plan-draft";
import { addSection, removeSection, updateSection } from "~/server/services/venues/sections";
import { updateVenue } from "~/server/services/venues/update-venue";

export const venueRouter = createRouter({
  list: teamVisitorProcedure.input(listVenuesInput).query(({ ctx, input }) => listVenues({ ...ctx, input })),
  byId: teamVisitorProcedure.input(venueIdInput).query(({ ctx, input }) => getVenue({ ...ctx, ...input })),
  create: managerProcedure
    .input(createVenueInput)
    .mutation(({ ctx, input }) => createVenue({ ...ctx, input })),
  update: managerProcedure
    .input(updateKnownVenueInput)
    .mutation(({ ctx, input: { knownAt, ...input } }) => updateVenue({ ...ctx, input, knownAt })),
  setArchived: managerProcedure
    .input(archiveVenueInput)
    .mutation(({ ctx, input }) => archiveVenue({ ...ctx, ...input })),
  addSection: managerProcedure
    .input(addSectionInput)
    .mutation(({ ctx, input }) => addSection({ ...ctx, input })),
  updateSection: managerProcedure
    .input(updateSectionInput)
    .mutation(({ ctx, input }) => updateSection({ ...ctx, input })),
  importPlan: managerProcedure.input(importPlanInput).mutation(({ ctx, input }) => importPlan({ ...ctx, ...input })),
  plan: managerProcedure.input(exportPlanInput).query(({ ctx, input }) => venuePlan({ ...ctx, ...input })),
  exportPlan: managerProcedure.input(exportPlanInput).query(({ ctx, input }) => exportPlan({ ...ctx, ...input })),
  planDraft: managerProcedure.input(exportPlanInput).query(({ ctx, input }) => getPlanDraft({ ...ctx, ...input })),
  savePlanDraft: managerProcedure
    .input(savePlanDraftInput)
    .mutation(({ ctx, input }) => savePlanDraft({ ...ctx, ...input })),
  publishPlanDraft: managerProcedure
    .input(publishPlanDraftInput)
    .mutation(({ ctx, input }) => publishPlanDraft({ ...ctx, ...input })),
  discardPlanDraft: managerProcedure
    .input(exportPlanInput)
    .mutation(({ ctx, input }) => discardPlanDraft({ ...ctx, ...input })),
  removeSection: managerProcedure
    .input(sectionIdInput)
    .mutation(({ ctx, input }) => removeSection({ ...ctx, ...input })),
});
