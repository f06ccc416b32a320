/** One thing that must always be true, as the SQL that finds what breaks it. */
export type Rule = {
  name: string;
  /** For the admin's page: what must be true. */
  says: string;
  /** Rows `{ id, detail }`: what breaks the rule, and how. No rows: all is well. */
  sql: string;
};
