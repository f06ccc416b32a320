import { sandboxAnswers } from "~/server/bank/sandbox-answers";

// Under `npm start` the front answers this (server/front).
export { sandboxAnswers as GET, sandboxAnswers as POST, sandboxAnswers as PUT };
