/** The permissions of a deployer of tables, schemas, workflows and all other resources of Glue that `glue-deployer` leaves out. */
import { defineModule, fn, gt, or } from "tfwright";
import { catalogDeployerGrants, plainTerms } from "tfwright/internal";
import { applyPolicy } from "./apply-docs";
import { offline, providers } from "./aws";
import { allowDelete, databaseNames, names, wholeKind } from "./deployer-names";
import { glueCatalogDeployerJa } from "./ja/glue-catalog-deployer";
import { onePolicy, policyVariables } from "./one-policy";
import { arnsOf, locate, NEEDS_ACCOUNT } from "./place";
import { rowsForReadme } from "./policy-docs";
import { planTerms, statementsOf } from "./role-terms";

const GLUE = "arn:aws:glue:eu-west-1:111111111111";
const statements = "jsondecode(output.policy_document).Statement";
const statement = (sid: string) => `[for s in ${statements} : s if s.Sid == "${sid}"][0]`;

const rows = catalogDeployerGrants(
  plainTerms,
  { glue: "" },
  {
    workflows: [],
    registries: [],
    dataQualityRulesets: ["name"],
    tablesIn: [],
    mlTransforms: true,
    securityConfigurations: true,
    classifiers: true,
    accountSettings: true,
    mayDelete: true,
  },
);

const everything = {
  tables_in: ["orders"],
  workflows: ["orders-*"],
  registries: ["orders"],
  data_quality_rulesets: ["orders-*"],
  ml_transforms: true,
  security_configurations: true,
  classifiers: true,
  account_settings: true,
};

export const glueCatalogDeployer = defineModule({
  name: "glue-catalog-deployer",
  iam: [...rowsForReadme(rows), applyPolicy],
  notes: [
    "Jobs, crawlers, triggers, databases, connections and passing roles to Glue are in `glue-deployer`. ML transforms and table optimizers have roles: name these in `role_arns` of `glue-deployer`.",
    "A deployer with `account_settings` can give other accounts access to the Data Catalog. Keep it apart from the deployers of jobs.",
  ],
  creates: ["The policy, which you attach to the deployer's role or user"],
  examples: {
    basic: {
      description: "Lets a pipeline deploy the tables of one database, and its workflows.",
      inputs: { name: "orders-catalog-deployer", tables_in: ["orders"], workflows: ["orders-*"] },
    },
    complete: {
      description: "Each kind of resource.",
      inputs: { name: "orders-catalog-deployer", ...everything, allow_delete: false, account_id: "111111111111" },
    },
  },
  tests: {
    deployer: {
      providers: offline,
      variables: { name: "orders", account_id: "111111111111" },
      runs: [
        {
          name: "everything",
          variables: everything,
          assert: [
            {
              condition: `toset(${statement("ManageTables")}.Resource) == toset(["${GLUE}:catalog", "${GLUE}:database/orders", "${GLUE}:table/orders/*", "${GLUE}:userDefinedFunction/orders/*"])`,
              message: "tables in the database",
            },
            {
              condition: `toset(${statement("ManageRegistries")}.Resource) == toset(["${GLUE}:registry/orders", "${GLUE}:schema/orders/*"])`,
              message: "a registry and its schemas",
            },
            {
              condition: `[for s in ${statements} : s.Sid if s.Resource == "*"] == ["WithoutResourceTypes"]`,
              message: "no other statement on everything",
            },
            {
              condition: `${statement("ManageAccountSettings")}.Resource == "${GLUE}:catalog"`,
              message: "settings of the catalog",
            },
          ],
        },
        {
          name: "one_kind",
          variables: { security_configurations: true },
          assert: [
            {
              condition: `toset(${statement("WithoutResourceTypes")}.Action) == toset(["glue:CreateSecurityConfiguration", "glue:GetSecurityConfiguration", "glue:DeleteSecurityConfiguration"])`,
              message: "only its actions",
            },
            { condition: `length(${statements}) == 1`, message: "nothing else" },
          ],
        },
        {
          name: "without_deletes",
          variables: { ...everything, allow_delete: false },
          assert: [
            {
              condition: `length([for action in flatten([for s in ${statements} : s.Action]) : action if strcontains(action, "Delete")]) == 0`,
              message: "nothing is deleted",
            },
          ],
        },
        { name: "something_is_deployed", expectFailures: ["aws_iam_policy.this"] },
        {
          name: "names_are_names",
          variables: {
            tables_in: ["*"],
            workflows: ["or*ders"],
            registries: [`${GLUE}:registry/orders`],
            data_quality_rulesets: ["orders?"],
          },
          expectFailures: ["var.tables_in", "var.workflows", "var.registries", "var.data_quality_rulesets"],
        },
      ],
    },
  },
  translations: { ja: glueCatalogDeployerJa },
  title: "AWS Glue catalog deployer",
  description: `A policy for a deployer of tables, workflows, schema registries, data quality rulesets and the other resources of AWS Glue that \`glue-deployer\` leaves out.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables: {
    tables_in: databaseNames("databases with tables, partitions, indexes, functions and optimizers", "tables_in"),
    workflows: names("workflows", "workflows", "orders-*"),
    registries: names("registries with their schemas", "registries", "orders-*"),
    data_quality_rulesets: names("data quality rulesets", "data_quality_rulesets", "orders-*"),
    ml_transforms: wholeKind("Whether ML transforms can be deployed: all of them, because their ARNs have no names."),
    security_configurations: wholeKind(
      "Whether security configurations can be deployed: all of them, because AWS has no ARNs for them.",
    ),
    classifiers: wholeKind("Whether classifiers can be deployed: all of them, because AWS has no ARNs for them."),
    account_settings: wholeKind(
      "Whether the encryption settings and the resource policy of the Data Catalog can be deployed. A region has one of each.",
    ),
    allow_delete: allowDelete,
    ...policyVariables,
  },
  build(scope, v) {
    const own = locate(scope, v.account_id, v.region);
    const grants = catalogDeployerGrants(
      planTerms,
      { glue: arnsOf(scope, own, "glue") },
      {
        workflows: v.workflows,
        registries: v.registries,
        dataQualityRulesets: v.data_quality_rulesets,
        tablesIn: v.tables_in,
        mlTransforms: v.ml_transforms,
        securityConfigurations: v.security_configurations,
        classifiers: v.classifiers,
        accountSettings: v.account_settings,
        mayDelete: v.allow_delete,
      },
    );
    const named = fn.concat(v.tables_in, v.workflows, v.registries, v.data_quality_rulesets);
    return onePolicy(scope, v, {
      statement: statementsOf(grants, {
        ManageAccountSettings: "permissions-management account_settings is for deployers who may change this policy",
      }),
      shorten: "the lists of names: use names that end with `*`",
      rule: {
        condition: or(
          gt(fn.length(named), 0),
          v.ml_transforms,
          v.security_configurations,
          v.classifiers,
          v.account_settings,
        ),
        message: 'Name at least one resource to deploy, for example tables_in = ["orders"].',
      },
    });
  },
});
