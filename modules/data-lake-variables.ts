/** The variables of a data lake. */
import {
  and,
  type BoolLike,
  bool,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  gte,
  list,
  type MapExpr,
  map,
  type Nullable,
  ne,
  not,
  number,
  object,
  oneOf,
  optional,
  or,
  string,
} from "tfwright";
import { fiveTopics, topic, topicKeys } from "./alert-topics";
import { secretArn } from "./arns";
import { region, tags } from "./aws";
import { OWNED_ARGUMENTS } from "./glue-job-arguments";
import { kmsKeyArns } from "./kms-key-arn";
import { retentionDays } from "./log-retention";
import { accountId } from "./place";
import {
  argumentKeys,
  JOB_TYPES,
  KEYS_ARE_KNOWN,
  noReservedArguments,
  runMinutes,
  shapeOf,
  wholeWorkers,
  workerShape,
} from "./rules";
import { cronShape, scheduleRules } from "./schedule";

const text = (description: string) => optional(string({ description }));

const names = (description: string) => optional(list(string(), { description }), []);

/**
 * What a job and a crawler have in common. The modules inside have the same rules, and more of them: these are the ones whose message
 * must name the job, which Terraform does not where a module of a `for_each` refuses an input.
 */
const inGraph = (input: string) => ({
  after: names("Jobs and crawlers that must succeed before, by their names here"),
  state: optional(
    oneOf(["SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT", "CANCELLED"], {
      description:
        "State in which those in `after` must end: `SUCCEEDED` (the default), `FAILED`, `STOPPED` or `TIMEOUT`; for crawlers `SUCCEEDED`, `FAILED` or `CANCELLED`",
    }),
  ),
  role: optional(
    string({
      description: "Name of a role that several jobs and crawlers share. A role of its own if null",
      validate: [
        shapeOf(
          "^[A-Za-z0-9+=,.@_-]+$",
          `role of ${input} is a name of yours for a role that the module creates, such as "import", and not the ARN of a role that exists.`,
        ),
      ],
    }),
  ),
  connections: names("Names of connections, from `connections`"),
  schedule: optional(
    string({
      description:
        "A schedule of its own, instead of `after` and of the schedule of the data lake: `cron(0 18 * * ? *)`",
      validate: [cronShape(`schedule of ${input}`)],
    }),
  ),
});

/** A zone or a table of one. Which zones there are is a matter of the graph. */
const IN_ZONE = "[a-z][a-z0-9_]*([.][^A-Z.*?$/ ]+)?";

const crawler = object({
  crawls: list(
    string({
      validate: [
        // An S3 URI has a message of its own.
        shapeOf(
          `^(${IN_ZONE}|s3://.*)$`,
          'crawls of crawlers takes a zone, "bronze", or tables of it, "bronze.orders", in lower case. No *, ? or $.',
        ),
      ],
    }),
    { description: "What it crawls: one zone, or tables of it (`zone.table`)" },
  ),
  ...inGraph("crawlers"),
});

/** What a job reads or writes. The roles and crawlers inside have the same rules, and would name inputs of their own. */
const places = (input: string, description: string) =>
  optional(
    list(
      string({
        validate: [
          shapeOf(
            `^(${IN_ZONE}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^*?$]*)?)$`,
            `${input} of jobs takes zones, "bronze", tables of zones, "bronze.orders", both in lower case, and S3 URIs, "s3://bucket/folder/". No *, ? or $.`,
          ),
        ],
      }),
      { description },
    ),
    [],
  );

const SPARK = ["spark", "streaming"];

/** What the rules on a whole job read. */
interface JobSize {
  readonly type: Nullable<Expr<string>>;
  readonly worker_type: Nullable<Expr<string>>;
  readonly number_of_workers: Nullable<Expr<number>>;
  readonly timeout: Nullable<Expr<number>>;
}

/** A rule on one job, of whatever type it is. A value of a wrong type is refused by another rule. */
const jobRule = (condition: (job: JobSize, type: Expr<string>) => BoolLike, message: string) => ({
  condition: (job: JobSize) => fn.try(condition(job, fn.coalesce<string>(job.type, "spark")), true),
  message,
  shows: "element" as const,
});

/** What `glue-job` refuses too, without the name of the job. */
const jobRules = [
  jobRule((job, type) => {
    const workers = fn.coalesce<number>(job.number_of_workers, 2);
    return and(or(not(fn.contains(SPARK, type)), gte(workers, 2)), or(ne(type, "python_shell"), eq(workers, 2)));
  }, "number_of_workers of jobs must be at least 2 for spark and streaming, because one worker is the driver, and is not for python_shell."),
  jobRule(
    (job, type) => or(eq(type, "streaming"), gt(fn.coalesce<number>(job.timeout, 1), 0)),
    "timeout = 0 of jobs is only for streaming jobs. Give minutes, or leave it out.",
  ),
  jobRule((job, type) => {
    const worker = fn.coalesce<string>(job.worker_type, "none");
    return and(
      or(fn.contains(SPARK, type), not(fn.can(fn.regex("^[GR][.]", worker)))),
      and(or(eq(type, "streaming"), ne(worker, "G.025X")), or(eq(type, "ray"), ne(worker, "Z.2X"))),
    );
  }, 'worker_type of jobs must fit their type: G and R are for spark and streaming, "G.025X" for streaming alone, "Z.2X" for ray.'),
];

const job = object(
  {
    reads: places("reads", "What it reads: zones, tables (`zone.table`), S3 URIs. Decides what its role can read"),
    writes: places("writes", "What it writes, in the same form"),
    script: text("Name of its script in `scripts`. `<job>.py` if null, with the key of the job"),
    type: optional(
      oneOf(JOB_TYPES, {
        description: "Type of the job, as in `glue-job`: `spark`, `streaming`, `python_shell` or `ray`",
      }),
    ),
    worker_type: optional(
      string({
        description: "Type of its workers: `G.1X`, `G.2X`, ...",
        validate: [workerShape("worker_type of jobs")],
      }),
    ),
    number_of_workers: optional(
      number({ description: "Number of its workers", validate: [wholeWorkers("number_of_workers of jobs")] }),
    ),
    timeout: optional(
      number({ description: "Minutes after which a run is stopped", validate: [runMinutes("timeout of jobs", 0)] }),
    ),
    arguments: optional(
      map(string(), {
        description: "Arguments. Keys start with `--`",
        validate: [
          argumentKeys("arguments of jobs"),
          noReservedArguments("arguments of jobs"),
          {
            condition: (given) =>
              fn.alltrue(each(fn.keys(given), (key) => not(fn.contains(OWNED_ARGUMENTS, fn.lower(key))))),
            message:
              "arguments of jobs must not contain what glue-job has variables for, such as --TempDir and --conf. Call glue-job beside the data lake for such a job.",
            shows: "element" as const,
          },
        ],
      }),
    ),
    ...inGraph("jobs"),
  },
  { validate: jobRules },
);

/** The names of roles, jobs and triggers have these keys in them. */
const nodeNames = (input: string) => ({
  condition: <Node>(nodes: MapExpr<Node>) =>
    fn.alltrue(each(fn.keys(nodes), (name) => fn.can(fn.regex("^[A-Za-z0-9._-]+$", name)))),
  message: `The keys of ${input} must be letters, digits, dots, underscores and hyphens, because roles are named after them: { load-orders = { ... } }.`,
});

const KNOWN =
  "Names, `reads`, `writes`, `crawls`, `after`, `role`, `connections`, `schedule`, `type` and `timeout` must be known at plan time. Other values can be unknown.";

export const lakeVariables = {
  name: string({
    description:
      "Name of the data lake. Everything is named after it: `<name>-<job>`. Databases are `<name>_<zone>`, with `_` for each hyphen.",
    validate: [
      shapeOf(
        "^[a-z][a-z0-9-]{0,39}$",
        'name must start with a lower-case letter and have at most 40 lower-case letters, digits and hyphens: "orders".',
      ),
    ],
  }),
  glue_version: string({
    description:
      'Version of Glue of the jobs, as a string: `"5.1"`. There is no default: a changed one would silently change your Spark version.',
    validate: [
      shapeOf(
        "^[0-9]+[.][0-9]+$",
        'glue_version must be a string with one dot: write "5.1". Without the quotes 5.0 is a number, and Terraform changes it to 5.',
      ),
    ],
  }),
  zones: map(
    string({
      validate: [
        shapeOf(
          "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/([^*?$]*/)?$",
          'zones takes S3 URIs of folders, with a slash at the end: "s3://bucket/bronze/". No *, ? or $.',
        ),
      ],
    }),
    {
      description:
        'Zones of the data lake: the name of each and its S3 URI, for example `{ bronze = "s3://bucket/bronze/" }`. Each gets a catalog database. The keys must be known at plan time, because each creates a database. The values can be unknown.',
      validate: [
        {
          condition: (zones) => fn.alltrue(each(fn.keys(zones), (zone) => fn.can(fn.regex("^[a-z][a-z0-9_]*$", zone)))),
          message:
            'The keys of zones must be lower-case letters, digits and underscores, without dots: { bronze = "s3://bucket/bronze/" }.',
        },
      ],
    },
  ),
  scripts: string({
    description: "S3 URI of the folder with the scripts, with a slash at the end: `s3://bucket/scripts/`.",
    validate: [
      shapeOf(
        "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/([^*?$]*/)?$",
        'scripts must be the S3 URI of a folder, with a slash at the end: "s3://bucket/scripts/".',
      ),
    ],
  }),
  crawlers: map(crawler, {
    description: `Crawlers by name. ${KNOWN}`,
    default: {},
    checkKeys: true,
    known: true,
    validate: [nodeNames("crawlers")],
  }),
  jobs: map(job, {
    description: `Jobs by name. ${KNOWN}`,
    default: {},
    checkKeys: true,
    known: true,
    validate: [nodeNames("jobs")],
  }),
  schedule: optional(
    string({
      description:
        "When the data lake runs, in UTC: `cron(0 18 * * ? *)`. If null, it runs only when somebody starts its workflow.",
      validate: scheduleRules,
    }),
  ),
  kms_keys: map(list(string({ validate: [kmsKeyArns("kms_keys")] })), {
    description:
      "ARNs of KMS keys by zone: what reads the zone can decrypt with them, what writes it can also encrypt. The number of keys of each zone must be known at plan time.",
    default: {},
  }),
  connections: map(
    object({
      name: string({ description: "Name of the connection" }),
      credentials: optional(
        object({
          secret_arn: string({ description: "ARN of the secret", validate: [secretArn("secret_arn of connections")] }),
          kms_key_arns: optional(list(string(), { description: "ARNs of the keys of the secret" }), []),
        }),
      ),
      network: optional(
        object({
          subnet_id: string({ description: "Subnet" }),
          security_group_ids: list(string(), { description: "Security groups" }),
        }),
      ),
    }),
    {
      description:
        "Connections by a name of yours, to which jobs refer: each is the output `connection` of `glue-connection`.",
      default: {},
    },
  ),
  table_format: optional(
    oneOf(["iceberg", "hudi", "delta"], {
      description:
        "Table format that Spark jobs load: `iceberg`, `hudi` or `delta`, with the settings that AWS documents for it.",
    }),
  ),
  security_configuration: text("Name of the security configuration of jobs and crawlers."),
  lake_formation: bool({
    description: "Whether Lake Formation controls the access to the tables of the zones.",
    default: false,
  }),
  alert_targets: map(topic("alert_targets"), {
    description: `SNS topics that get a message when a job or a crawler fails: a name that you choose, and the topic. Nothing watches the data lake if empty. The rules of \`glue-alerts\` watch all names that start with \`<name>-\`. ${KEYS_ARE_KNOWN}`,
    default: {},
    validate: [topicKeys("alert_targets"), fiveTopics("alert_targets")],
  }),
  log_retention: optional(
    number({
      description:
        "Days after which CloudWatch deletes the logs of Spark and streaming jobs: 30, 90, 365, ... They then write to log groups of their own, `/<name>/error` and `/<name>/output`. From Glue 5.0, and without a security configuration. If null, the jobs share the log groups of Glue, which keep logs forever. Whether it is null must be known at plan time, because it decides what is created.",
      validate: [retentionDays("log_retention")],
    }),
  ),
  tags,
  region,
  account_id: accountId,
};

/** The inputs of a data lake. */
export type LakeInputs = ExprsOf<typeof lakeVariables>;

/** What all modules of a data lake get. */
export type RegionAndTags = Pick<LakeInputs, "region" | "tags">;
