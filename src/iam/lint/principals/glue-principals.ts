/** The service principals of Glue and DataBrew. */

/**
 * The service principals that Glue and DataBrew use. AWS's 1,523 managed policies contain no other service principal of the Glue
 * family.
 */
export const GLUE_PRINCIPALS: readonly string[] = ["glue.amazonaws.com", "databrew.amazonaws.com"];
