import { z } from "zod";
import { month } from "./invoice";

export const statementInput = z.object({ month });
