import { answerQuestionInput, askOrganizerInput, listQuestionsInput } from "~/schemas/question";
import { createRouter, managerProcedure, signedInProcedure } from "~/server/api/trpc";
import { answerQuestion, listQuestions } from "~/server/services/questions/answer-question";
import { askOrganizer } from "~/server/services/questions/ask-organizer";

/** What people ask an event's organizer, and the answers. */
export const questionRouter = createRouter({
  ask: signedInProcedure.input(askOrganizerInput).mutation(({ ctx, input }) => askOrganizer({ ...ctx, ...input })),
  list: managerProcedure.input(listQuestionsInput).query(({ ctx, input }) => listQuestions({ ...ctx, ...input })),
  answer: managerProcedure.input(answerQuestionInput).mutation(({ ctx, input }) => answerQuestion({ ...ctx, ...input })),
});
