/** The Glue pack. */
import { glueCatalogDatabase } from "./glue-catalog-database";
import { glueCrawler } from "./glue-crawler";
import { glueJob } from "./glue-job";
import { glueRole } from "./glue-role";
import { glueRolePolicies } from "./glue-role-policies";
import { glueTrigger } from "./glue-trigger";
import { iamRole } from "./iam-role";

export { glueCatalogDatabase, glueCrawler, glueJob, glueRole, glueRolePolicies, glueTrigger, iamRole };

/** All modules of the pack. */
export const modules = [iamRole, glueRole, glueRolePolicies, glueJob, glueCrawler, glueCatalogDatabase, glueTrigger];
