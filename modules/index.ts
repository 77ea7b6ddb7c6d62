/** The Glue pack. */
// It stands first: without cdktf it says what to install, which the packages of the providers do not.
import "tfwright";
import { glueCatalogDatabase } from "./glue-catalog-database";
import { glueCatalogDeployer } from "./glue-catalog-deployer";
import { glueConnection } from "./glue-connection";
import { glueCrawler } from "./glue-crawler";
import { glueDeployer } from "./glue-deployer";
import { glueJob } from "./glue-job";
import { glueNetwork } from "./glue-network";
import { gluePlatformDeployer } from "./glue-platform-deployer";
import { glueRole } from "./glue-role";
import { glueRolePolicies } from "./glue-role-policies";
import { glueSecurityConfiguration } from "./glue-security-configuration";
import { glueSessionClient } from "./glue-session-client";
import { glueTrigger } from "./glue-trigger";
import { iamRole } from "./iam-role";

export {
  glueCatalogDatabase,
  glueCatalogDeployer,
  glueConnection,
  glueCrawler,
  glueDeployer,
  glueJob,
  glueNetwork,
  gluePlatformDeployer,
  glueRole,
  glueRolePolicies,
  glueSecurityConfiguration,
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
  glueCatalogDeployer,
  gluePlatformDeployer,
  glueJob,
  glueCrawler,
  glueCatalogDatabase,
  glueTrigger,
  glueConnection,
  glueNetwork,
  glueSecurityConfiguration,
];
