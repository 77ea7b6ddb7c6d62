/** The Glue pack. */
// It stands first: without cdktf it says what to install, which the packages of the providers do not.
import "tfwright";
import { dataLake } from "./data-lake";
import { glueAccount } from "./glue-account";
import { glueCatalog } from "./glue-catalog";
import { glueCatalogDatabase } from "./glue-catalog-database";
import { glueClassifier } from "./glue-classifier";
import { glueCrawler } from "./glue-crawler";
import { glueDataQuality } from "./glue-data-quality";
import { glueDeployer } from "./glue-deployer";
import { glueJob } from "./glue-job";
import { glueMlTransform } from "./glue-ml-transform";
import { glueRole } from "./glue-role";
import { glueRolePolicies } from "./glue-role-policies";
import { glueSchemaRegistry } from "./glue-schema-registry";
import { glueSessionClient } from "./glue-session-client";
import { glueTrigger } from "./glue-trigger";
import { glueWorkflow } from "./glue-workflow";
import { iamRole } from "./iam-role";

export {
  dataLake,
  glueAccount,
  glueCatalog,
  glueCatalogDatabase,
  glueClassifier,
  glueCrawler,
  glueDataQuality,
  glueDeployer,
  glueJob,
  glueMlTransform,
  glueRole,
  glueRolePolicies,
  glueSchemaRegistry,
  glueSessionClient,
  glueTrigger,
  glueWorkflow,
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
  glueClassifier,
  glueWorkflow,
  glueSchemaRegistry,
  glueAccount,
  glueDataQuality,
  glueMlTransform,
  glueCatalog,
];
