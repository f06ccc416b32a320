import { z } from "zod";
import { id, prose } from "./common";

export const askOrganizerInput = z.object({ eventId: id, text: prose("The question", 1_000) });
export const listQuestionsInput = z.object({ eventId: id });
export const answerQuestionInput = z.object({ id, answer: prose("The answer", 2_000) });
