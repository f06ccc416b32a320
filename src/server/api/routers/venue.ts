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
import { createRouter, organizerProcedure, visitorProcedure } from "~/server/api/trpc";
import { archiveVenue } from "~/server/services/venues/archive-venue";
import { createVenue } from "~/server/services/venues/create-venue";
import { getVenue } from "~/server/services/venues/get-venue";
import { exportPlan, importPlan, venuePlan } from "~/server/services/venues/import-plan";
import { listVenues } from "~/server/services/venues/list-venues";
import { discardPlanDraft, getPlanDraft, publishPlanDraft, savePlanDraft } from "~/server/services/venues/plan-draft";
import { addSection, removeSection, updateSection } from "~/server/services/venues/sections";
import { updateVenue } from "~/server/services/venues/update-venue";

export const venueRouter = createRouter({
  list: visitorProcedure.input(listVenuesInput).query(({ ctx, input }) => listVenues({ ...ctx, input })),
  byId: visitorProcedure.input(venueIdInput).query(({ ctx, input }) => getVenue({ ...ctx, ...input })),
  create: organizerProcedure
    .input(createVenueInput)
    .mutation(({ ctx, input }) => createVenue({ ...ctx, input })),
  update: organizerProcedure
    .input(updateKnownVenueInput)
    .mutation(({ ctx, input: { knownAt, ...input } }) => updateVenue({ ...ctx, input, knownAt })),
  setArchived: organizerProcedure
    .input(archiveVenueInput)
    .mutation(({ ctx, input }) => archiveVenue({ ...ctx, ...input })),
  addSection: organizerProcedure
    .input(addSectionInput)
    .mutation(({ ctx, input }) => addSection({ ...ctx, input })),
  updateSection: organizerProcedure
    .input(updateSectionInput)
    .mutation(({ ctx, input }) => updateSection({ ...ctx, input })),
  importPlan: organizerProcedure.input(importPlanInput).mutation(({ ctx, input }) => importPlan({ ...ctx, ...input })),
  plan: organizerProcedure.input(exportPlanInput).query(({ ctx, input }) => venuePlan({ ...ctx, ...input })),
  exportPlan: organizerProcedure.input(exportPlanInput).query(({ ctx, input }) => exportPlan({ ...ctx, ...input })),
  planDraft: organizerProcedure.input(exportPlanInput).query(({ ctx, input }) => getPlanDraft({ ...ctx, ...input })),
  savePlanDraft: organizerProcedure
    .input(savePlanDraftInput)
    .mutation(({ ctx, input }) => savePlanDraft({ ...ctx, ...input })),
  publishPlanDraft: organizerProcedure
    .input(publishPlanDraftInput)
    .mutation(({ ctx, input }) => publishPlanDraft({ ...ctx, ...input })),
  discardPlanDraft: organizerProcedure
    .input(exportPlanInput)
    .mutation(({ ctx, input }) => discardPlanDraft({ ...ctx, ...input })),
  removeSection: organizerProcedure
    .input(sectionIdInput)
    .mutation(({ ctx, input }) => removeSection({ ...ctx, ...input })),
});
