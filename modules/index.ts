/** The Glue pack. */
// It stands first: without cdktf it says what to install, which the packages of the providers do not.
import "tfwright";
import { glueCatalogDatabase } from "./glue-catalog-database";
import { glueCrawler } from "./glue-crawler";
import { glueDeployer } from "./glue-deployer";
import { glueIcebergTable } from "./glue-iceberg-table";
import { glueJob } from "./glue-job";
import { glueRole } from "./glue-role";
import { glueRolePolicies } from "./glue-role-policies";
import { glueSessionClient } from "./glue-session-client";
import { glueTableOptimizer } from "./glue-table-optimizer";
import { glueTrigger } from "./glue-trigger";
import { iamRole } from "./iam-role";

export {
  glueCatalogDatabase,
  glueCrawler,
  glueDeployer,
  glueIcebergTable,
  glueJob,
  glueRole,
  glueRolePolicies,
  glueSessionClient,
  glueTableOptimizer,
  glueTrigger,
  iamRole,
};

/** All modules of the pack. */
export const modules = [
  iamRole,
  glueRole,
  glueRolePolicies,
  glueSessionClient,
  glueDeployer,
  glueJob,
  glueCrawler,
  glueCatalogDatabase,
  glueIcebergTable,
  glueTableOptimizer,
  glueTrigger,
];
