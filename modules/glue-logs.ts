/** The log groups that Glue writes to. */
import type { Construct } from "constructs";
import {
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  ifNotNull,
  local,
  type MapExpr,
  map,
  type Nullable,
  number,
  type ObjectExpr,
  object,
  optional,
  output,
  resource,
  string,
  toMap,
} from "tfwright";
import { providers, region, tags } from "./aws";
import { checkovNote } from "./checkov-findings";
import { logsExamples, logsIam, logsNotes, logsTests } from "./glue-logs-docs";
import { glueLogsJa } from "./ja/glue-logs";
import { retentionDays } from "./log-retention";
import { CloudwatchLogGroup } from "./providers/aws/cloudwatch-log-group";
import { KEYS_ARE_KNOWN, noArn, shapeOf } from "./rules";

const groupName = (input: string) =>
  shapeOf(
    "^[A-Za-z0-9_./#-]{0,511}[A-Za-z0-9_.#-]$",
    `${input} takes the name of a log group, not its ARN and no / at the end: "/orders". It can have letters, digits and _ - / . #.`,
  );

const logGroup = <const D extends string>(input: string, description: D) =>
  string({ description, validate: [groupName(`log_group of ${input}`)] });

const configurationName = (input: string) =>
  string({
    description: "Name of the security configuration that encrypts logs",
    validate: [noArn(`security_configuration of ${input}`, "security configuration")],
  });

/** Glue puts the configuration and the role into the name of a log group that a security configuration encrypts. */
const encryptedBy = (input: string) =>
  optional(
    object(
      {
        security_configuration: configurationName(input),
        role_name: string({
          description: "Name of the role that writes the logs, with its path if it has one: `service-role/NAME`",
          validate: [noArn(`role_name of ${input}`, "role")],
        }),
      },
      { description: "Security configuration that encrypts the logs, if there is one, and the role" },
    ),
  );

type Encryption = Nullable<ObjectExpr<{ security_configuration: Expr<string>; role_name: Expr<string> }>>;

const keys = {
  condition: (entries: MapExpr<Expr<unknown>>) =>
    fn.alltrue(each(fn.keys(entries), (key) => fn.can(fn.regex("^[^/]+$", key)))),
  message: "The keys must not contain /, because they are parts of the keys of the log groups.",
};

const variables = {
  jobs: map(
    object({
      log_group: optional(
        logGroup(
          "jobs",
          "`log_group` of the jobs, from Glue 5.0. Leave it out for jobs without a `log_group` and for older jobs",
        ),
        "/aws-glue/jobs",
      ),
      encrypted_by: encryptedBy("jobs"),
    }),
    {
      description: `Spark and streaming jobs: a key that you choose, and what their log groups are named after. Jobs with the same \`log_group\`, security configuration and role share one entry. Creates \`<log_group>/error\` and \`<log_group>/output\`. ${KEYS_ARE_KNOWN}`,
      default: {},
      validate: [keys],
    },
  ),
  continuous_logs: map(
    object({
      log_group: optional(logGroup("continuous_logs", "`log_group` of the jobs"), "/aws-glue/jobs/logs-v2"),
      security_configuration: optional(configurationName("continuous_logs")),
    }),
    {
      description: `Continuous logs of Spark jobs of Glue 4.0 and earlier. Creates one log group for each entry. These jobs also write to \`/aws-glue/jobs/error\` and \`/aws-glue/jobs/output\`, which an entry of \`jobs\` creates. ${KEYS_ARE_KNOWN}`,
      default: {},
      validate: [keys],
    },
  ),
  python_shell_jobs: map(object({ encrypted_by: encryptedBy("python_shell_jobs") }), {
    description: `Python shell jobs. Without a security configuration, all of the account share one entry: \`{ all = {} }\`. ${KEYS_ARE_KNOWN}`,
    default: {},
    validate: [keys],
  }),
  crawlers: map(object({ encrypted_by: encryptedBy("crawlers") }), {
    description: `Crawlers. Without a security configuration, all of the account share one entry: \`{ all = {} }\`. ${KEYS_ARE_KNOWN}`,
    default: {},
    validate: [keys],
  }),
  other_log_groups: map(string({ validate: [groupName("other_log_groups")] }), {
    description: `Names of other log groups: \`{ sessions = "/aws-glue/sessions/error" }\`. ${KEYS_ARE_KNOWN}`,
    default: {},
    validate: [keys],
  }),
  retention_in_days: number({
    description: "Days after which CloudWatch deletes logs: 1, 7, 30, 90, 365, ... 0 keeps them forever.",
    default: 365,
    validate: [retentionDays("retention_in_days")],
  }),
  kms_key_arn: optional(
    string({
      description:
        "ARN of the KMS key that encrypts the logs: the key of the security configuration, if the jobs have one. CloudWatch Logs encrypts with a key of its own if null.",
      validate: [
        shapeOf(
          "^$|^arn:[^:]+:kms:[^:]+:[^:]+:key/.+$",
          'kms_key_arn takes the ARN of a key, not its ID and not an alias: "arn:aws:kms:REGION:ACCOUNT:key/ID".',
        ),
      ],
    }),
  ),
  log_group_class: optional(
    string({
      description:
        "Class of the log groups: `STANDARD` or `INFREQUENT_ACCESS`. Another class replaces the log groups, and their logs are lost. AWS uses `STANDARD` if null.",
      validate: [
        shapeOf("^$|^[A-Z_]+$", 'log_group_class must be the name of a class in capital letters: "STANDARD".'),
      ],
    }),
  ),
  skip_destroy: bool({
    description: "Whether the log groups and their logs stay in AWS when Terraform destroys them.",
    default: false,
  }),
  region,
  tags,
};

/** The inputs of the module. */
type LogInputs = ExprsOf<typeof variables>;

export const glueLogs = defineModule({
  name: "glue-logs",
  translations: { ja: glueLogsJa },
  title: "AWS Glue log groups",
  description:
    "Creates the log groups that Glue writes to, with the names that Glue uses, before the first run. Log groups that Glue creates itself keep logs forever.",
  providers,
  iam: logsIam,
  notes: [...logsNotes, checkovNote("glue-logs", "en")],
  examples: logsExamples,
  tests: logsTests,
  variables,
  build(scope, v) {
    const names = logGroupNames(scope, v);
    const repeated = local(scope, "repeated_names", repeatedNames(names), {
      comment: "Log groups of more than one entry, which AWS creates only once",
    });
    const groups = resource(
      scope,
      CloudwatchLogGroup,
      "this",
      (group) => ({
        name: group.value,
        retention_in_days: v.retention_in_days,
        kms_key_id: v.kms_key_arn,
        log_group_class: v.log_group_class,
        skip_destroy: v.skip_destroy,
        region: v.region,
        tags: v.tags,
      }),
      { forEach: names },
    );
    return {
      names: output(
        groups.all((group) => group.name as Expr<string>),
        {
          description: 'Names of the log groups, by key: `names["jobs/orders/error"]`.',
          // Not of the log groups: each of them would tell it.
          preconditions: [
            {
              condition: eq(fn.length(repeated), 0),
              message: `Two entries have the same log group: ${fn.join(", ", repeated)}. Jobs and crawlers that share a log group need only one entry.`,
            },
          ],
        },
      ),
      arns: output(
        groups.all((group) => group.arn),
        { description: "ARNs of the log groups, by the same keys." },
      ),
      job_log_groups: output(
        toMap(v.jobs, (job, key) => [key, job.log_group], { as: "job" }),
        {
          description:
            "For `log_group` of `glue-job`, by the keys of `jobs`. A job that uses it is created after its log groups.",
          dependsOn: [groups],
        },
      ),
    };
  },
});

/** The names that more than one key has. */
const repeatedNames = (names: MapExpr<Expr<string>>) =>
  fn.distinct(
    each(names, (name) => name, {
      as: "name",
      where: (name) =>
        gt(fn.length(each(names, (other) => other, { as: "other", where: (other) => eq(other, name) })), 1),
    }),
  );

/** The names of all log groups, by the keys of the outputs. */
function logGroupNames(scope: Construct, v: LogInputs) {
  const jobs = local(
    scope,
    "job_prefixes",
    toMap(v.jobs, (job, key) => [key, encrypted(job.log_group, job.encrypted_by)], { as: "job" }),
    { comment: "Start of the names of the log groups of jobs" },
  );
  const shell = local(
    scope,
    "python_shell_prefixes",
    toMap(v.python_shell_jobs, (job, key) => [key, encrypted("/aws-glue/python-jobs", job.encrypted_by)], {
      as: "job",
    }),
    { comment: "The same for Python shell jobs" },
  );
  return local(
    scope,
    "names",
    fn.merge<Expr<string>>(
      ...streamsOf("jobs", jobs),
      continuousLogs(v),
      ...streamsOf("python_shell_jobs", shell),
      crawlerLogs(v),
      toMap(v.other_log_groups, (name, key) => [`other_log_groups/${key}`, name], { as: "name" }),
    ),
    { comment: "Names of the log groups" },
  );
}

/** A log group that a security configuration encrypts has the names of the configuration and the role in its name. */
const encrypted = (group: string | Expr<string>, encryption: Encryption) =>
  ifNotNull(encryption, (by) => `${group}/${by.security_configuration}-role/${by.role_name}`, group);

/** The two log groups of each prefix. */
const streamsOf = (input: string, prefixes: MapExpr<Expr<string>>) =>
  ["error", "output"].map((stream) =>
    toMap(prefixes, (prefix, key) => [`${input}/${key}/${stream}`, `${prefix}/${stream}`], { as: "prefix" }),
  );

const continuousLogs = (v: LogInputs) =>
  toMap(
    v.continuous_logs,
    (job, key) => [
      `continuous_logs/${key}`,
      ifNotNull(job.security_configuration, (name) => `${job.log_group}-${name}`, job.log_group),
    ],
    { as: "job" },
  );

const crawlerLogs = (v: LogInputs) =>
  toMap(
    v.crawlers,
    (crawler, key) => [
      `crawlers/${key}`,
      ifNotNull(
        crawler.encrypted_by,
        (by) => `/aws-glue/crawlers-role/${by.role_name}-${by.security_configuration}`,
        "/aws-glue/crawlers",
      ),
    ],
    { as: "crawler" },
  );
