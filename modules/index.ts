/** The Glue pack. */
// It stands first: without cdktf it says what to install, which the packages of the providers do not.
import "tfwright";
import { dataLake } from "./data-lake";
import { glueCatalogDatabase } from "./glue-catalog-database";
import { glueCrawler } from "./glue-crawler";
import { glueDeployer } from "./glue-deployer";
import { glueJob } from "./glue-job";
import { glueRole } from "./glue-role";
import { glueRolePolicies } from "./glue-role-policies";
import { glueSessionClient } from "./glue-session-client";
import { glueTrigger } from "./glue-trigger";
import { iamRole } from "./iam-role";

export {
  dataLake,
  glueCatalogDatabase,
  glueCrawler,
  glueDeployer,
  glueJob,
  glueRole,
  glueRolePolicies,
  glueSessionClient,
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
  glueTrigger,
  dataLake,
];
