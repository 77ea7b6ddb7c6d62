/** The Glue pack. */
// It stands first: without cdktf it says what to install, which the packages of the providers do not.
import "tfwright";
import { dataLake } from "./data-lake";
import { glueAccount } from "./glue-account";
import { glueAlerts } from "./glue-alerts";
import { glueCatalog } from "./glue-catalog";
import { glueCatalogDatabase } from "./glue-catalog-database";
import { glueCatalogDeployer } from "./glue-catalog-deployer";
import { glueClassifier } from "./glue-classifier";
import { glueConnection } from "./glue-connection";
import { glueCrawler } from "./glue-crawler";
import { glueDataQuality } from "./glue-data-quality";
import { glueDeployer } from "./glue-deployer";
import { glueIcebergTable } from "./glue-iceberg-table";
import { glueJob } from "./glue-job";
import { glueLakeFormation } from "./glue-lake-formation";
import { glueLogs } from "./glue-logs";
import { glueMlTransform } from "./glue-ml-transform";
import { glueNetwork } from "./glue-network";
import { gluePlatformDeployer } from "./glue-platform-deployer";
import { glueRole } from "./glue-role";
import { glueRolePolicies } from "./glue-role-policies";
import { glueSchemaRegistry } from "./glue-schema-registry";
import { glueScripts } from "./glue-scripts";
import { glueSecurityConfiguration } from "./glue-security-configuration";
import { glueSessionClient } from "./glue-session-client";
import { glueTableOptimizer } from "./glue-table-optimizer";
import { glueTrigger } from "./glue-trigger";
import { glueWorkflow } from "./glue-workflow";
import { iamRole } from "./iam-role";

export {
  dataLake,
  glueAccount,
  glueAlerts,
  glueCatalog,
  glueCatalogDatabase,
  glueCatalogDeployer,
  glueClassifier,
  glueConnection,
  glueCrawler,
  glueDataQuality,
  glueDeployer,
  glueIcebergTable,
  glueJob,
  glueLakeFormation,
  glueLogs,
  glueMlTransform,
  glueNetwork,
  gluePlatformDeployer,
  glueRole,
  glueRolePolicies,
  glueSchemaRegistry,
  glueScripts,
  glueSecurityConfiguration,
  glueSessionClient,
  glueTableOptimizer,
  glueTrigger,
  glueWorkflow,
  iamRole,
};

/** All modules of the pack. Those with many files come first: a second thread renders them while the others are built. */
export const modules = [
  iamRole,
  glueRole,
  glueRolePolicies,
  glueJob,
  glueCrawler,
  glueCatalogDatabase,
  glueTrigger,
  glueLogs,
  glueAlerts,
  dataLake,
  glueLakeFormation,
  glueSessionClient,
  glueDeployer,
  glueCatalogDeployer,
  gluePlatformDeployer,
  glueScripts,
  glueClassifier,
  glueIcebergTable,
  glueTableOptimizer,
  glueWorkflow,
  glueConnection,
  glueNetwork,
  glueSecurityConfiguration,
  glueDataQuality,
  glueMlTransform,
  glueSchemaRegistry,
  glueAccount,
  glueCatalog,
];
