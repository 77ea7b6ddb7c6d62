/** A data quality ruleset: what must hold of a table. */
import {
  defineModule,
  eq,
  fn,
  gt,
  ifNotNull,
  isNull,
  list,
  local,
  lte,
  not,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { catalogId } from "./arns";
import { offline, providers, region, tags } from "./aws";
import { glueDataQualityJa } from "./ja/glue-data-quality";
import { GlueDataQualityRuleset } from "./providers/aws/glue-data-quality-ruleset";
import { databaseName, shapeOf } from "./rules";

const evaluate = `The module only stores the rules. They are evaluated in jobs, or in evaluation runs of the ruleset, which need a table and a role:

\`\`\`shell
aws glue start-data-quality-ruleset-evaluation-run --ruleset-names orders-items \\
  --data-source '{"GlueTable":{"DatabaseName":"orders","TableName":"items"}}' \\
  --role arn:aws:iam::111111111111:role/orders-quality-role
\`\`\``;

export const glueDataQuality = defineModule({
  name: "glue-data-quality",
  iam: [
    "A ruleset has no role. The job or the evaluation run that uses it has one, which reads the table and its data: create it with `glue-role`.",
    "To apply this module you need `glue:CreateDataQualityRuleset`, `glue:GetDataQualityRuleset`, `glue:UpdateDataQualityRuleset`, `glue:DeleteDataQualityRuleset`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on `arn:aws:glue:REGION:ACCOUNT:dataQualityRuleset/NAME`. AWS authorizes the creation on `*`. With `target_table` you also need `glue:GetTable` on the table, its database and the catalog.",
    "Who starts an evaluation run needs `glue:StartDataQualityRulesetEvaluationRun` and `iam:PassRole` on the role of the run.",
  ],
  notes: [
    evaluate,
    "A job evaluates rules with the transform `EvaluateDataQuality` of the AWS Glue library. Give it the `ruleset` output as an argument, so that the job and the catalog have the same rules.",
    'In HCL, a double quote inside of a rule needs a backslash: `"IsComplete \\"id\\""`. In `ruleset` you can write the text as it is, with `file("rules.dqdl")` or as a heredoc.',
    "The table of `target_table` must exist before the ruleset: use the names of a table that Terraform creates, or run the crawler first. Another table replaces the ruleset.",
    "AWS checks the rules when it creates the ruleset, and rejects unknown rule types. Names of rule types and columns are case sensitive.",
  ],
  examples: {
    basic: {
      description: "Rules for one table of the catalog.",
      inputs: {
        name: "orders-items",
        rules: ['IsComplete "id"', 'IsUnique "id"', "RowCount > 0"],
        target_table: { database_name: "orders", table_name: "items" },
      },
    },
    complete: {
      description: "A ruleset as one text, for a table in the catalog of another account.",
      inputs: {
        name: "orders-items",
        description: "What must hold of the items of an order",
        ruleset:
          'Rules = [\n  IsComplete "id",\n  ColumnValues "amount" >= 0\n]\n\nAnalyzers = [\n  Mean "amount"\n]\n',
        target_table: { database_name: "orders", table_name: "items", catalog_id: "222222222222" },
        region: "eu-west-1",
        tags: { owner: "data-team" },
      },
    },
    adopt: {
      description: "Takes over a hand-written ruleset without a change.",
      inputs: { name: "orders-items", ruleset: 'Rules = [ IsComplete "id" ]' },
      moved: [{ from: "aws_glue_data_quality_ruleset.orders", to: "aws_glue_data_quality_ruleset.this" }],
    },
  },
  tests: {
    ruleset: {
      providers: offline,
      variables: { name: "orders-items" },
      runs: [
        {
          name: "a_list_of_rules",
          variables: {
            rules: ['IsComplete "id"', '(RowCount > 0) and (IsUnique "id")'],
            target_table: { database_name: "orders", table_name: "items" },
          },
          assert: [
            {
              condition:
                'aws_glue_data_quality_ruleset.this.ruleset == "Rules = [\\n  IsComplete \\"id\\",\\n  (RowCount > 0) and (IsUnique \\"id\\")\\n]"',
              message: "DQDL",
            },
            {
              condition: 'aws_glue_data_quality_ruleset.this.target_table[0].table_name == "items"',
              message: "table",
            },
            { condition: 'output.name == "orders-items"', message: "name" },
          ],
        },
        {
          name: "one_text",
          variables: { ruleset: "Rules = [ RowCount > 0 ]" },
          assert: [
            { condition: 'output.ruleset == "Rules = [ RowCount > 0 ]"', message: "as given" },
            { condition: "length(aws_glue_data_quality_ruleset.this.target_table) == 0", message: "no table" },
          ],
        },
        { name: "rules_are_required", expectFailures: ["aws_glue_data_quality_ruleset.this"] },
        {
          name: "a_list_or_a_text",
          variables: { rules: ["RowCount > 0"], ruleset: "Rules = [ RowCount > 0 ]" },
          expectFailures: ["aws_glue_data_quality_ruleset.this"],
        },
        {
          name: "what_is_no_rule",
          variables: {
            name: "",
            rules: ["RowCount > 0,"],
            ruleset: "RowCount > 0",
            target_table: { database_name: "Orders", table_name: "orders.items" },
          },
          expectFailures: ["var.name", "var.rules", "var.ruleset", "var.target_table"],
        },
        {
          name: "a_ruleset_in_the_list",
          variables: { rules: ["Rules = [ RowCount > 0 ]"] },
          expectFailures: ["var.rules"],
        },
      ],
    },
  },
  translations: { ja: glueDataQualityJa },
  title: "AWS Glue data quality ruleset",
  description: "A data quality ruleset (DQDL), made from a list of rules, for a table of the Data Catalog or for jobs.",
  providers,
  variables: {
    name: string({
      description: "Name of the ruleset.",
      validate: [shapeOf("^.{1,255}$", 'name must have 1 to 255 characters: "orders-items".')],
    }),
    rules: list(
      string({
        validate: [
          {
            ...shapeOf(
              "^[(\\s]*[A-Z][A-Za-z]*",
              'Each element of rules is one rule of DQDL, which starts with its type: "IsComplete \\"id\\"" or "RowCount > 0".',
            ),
          },
          {
            condition: (rule) => not(fn.can(fn.regex("^\\s*(Rules|Analyzers)\\s*=|,\\s*$", rule))),
            message:
              'An element of rules is one rule, without "Rules = [...]" and without a comma at the end. Write a whole text of DQDL into ruleset.',
          },
        ],
      }),
      {
        description: 'Rules of DQDL, one an element: `IsComplete "id"`. The module makes `Rules = [...]` of them.',
        default: [],
      },
    ),
    ruleset: optional(
      string({
        description: "A whole text of DQDL instead of `rules`, for example with analyzers: `Rules = [...]`.",
        validate: [
          shapeOf(
            "Rules\\s*=\\s*\\[",
            'ruleset is a whole text of DQDL: "Rules = [ RowCount > 0 ]". For single rules use rules.',
          ),
        ],
      }),
    ),
    target_table: optional(
      object(
        {
          database_name: string({
            description: "Database of the table: the `name` output of `glue-catalog-database`",
            validate: [databaseName("database_name of target_table")],
          }),
          table_name: string({
            description: "Name of the table",
            validate: [
              shapeOf(
                "^[^A-Z.]{1,255}$",
                'table_name of target_table is the name of a table in lower case, without its database: "items".',
              ),
            ],
          }),
          catalog_id: optional(
            string({
              description: "Catalog of the table: an account ID. The caller's account if null",
              validate: [catalogId("catalog_id of target_table")],
            }),
          ),
        },
        { description: "Table that the rules are for. It must exist. Null for rules that only jobs use." },
      ),
    ),
    description: optional(string({ description: "What the rules are for." })),
    region,
    tags,
  },
  build(scope, v) {
    const ruleset = local(
      scope,
      "ruleset",
      ifNotNull(v.ruleset, (text) => text, fn.join("\n", ["Rules = [", `  ${fn.join(",\n  ", v.rules)}`, "]"])),
    );
    const quality = resource(
      scope,
      GlueDataQualityRuleset,
      "this",
      {
        name: v.name,
        description: v.description,
        ruleset,
        region: v.region,
        tags: v.tags,
        target_table: optionalBlock(v.target_table, (table) => ({
          database_name: table.database_name,
          table_name: table.table_name,
          catalog_id: table.catalog_id,
        })),
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: when(isNull(v.ruleset), gt(fn.length(v.rules), 0), eq(fn.length(v.rules), 0)),
              message:
                'Give either rules or ruleset: rules = ["RowCount > 0"], or ruleset = "Rules = [ RowCount > 0 ]".',
            },
            {
              condition: lte(fn.length(ruleset), 65536),
              message: "The ruleset is longer than the 65,536 characters that AWS allows. Make two rulesets of it.",
            },
          ],
        },
      },
    );
    return {
      name: output(quality.name, { description: "Name of the ruleset." }),
      arn: output(quality.arn, { description: "ARN of the ruleset." }),
      ruleset: output(ruleset, {
        description: "Text of the ruleset, for the transform `EvaluateDataQuality` of a job.",
      }),
    };
  },
});
