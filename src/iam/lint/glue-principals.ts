/** The service principals of Glue and DataBrew. */

/** Whoever acts for Glue or DataBrew is one of these: 1,523 managed policies of AWS name no other of the Glue family. */
export const GLUE_PRINCIPALS: readonly string[] = ["glue.amazonaws.com", "databrew.amazonaws.com"];
