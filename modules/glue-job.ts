/** A job, and a trigger if it has a schedule. */
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { GlueTrigger } from "@cdktf/provider-aws/lib/glue-trigger";
import type { Construct } from "constructs";
import {
  at,
  defineModule,
  type Expr,
  fn,
  isNotNull,
  local,
  type MapExpr,
  mapFrom,
  optionalBlock,
  output,
  resource,
  when,
  withoutNulls,
} from "tfwright";
import { providers } from "./aws";
import { checkovNote } from "./checkov-findings";
import { ownedArguments, setArguments } from "./glue-job-arguments";
import { jobDifferences, jobExamples, jobIam, jobNotes, jobTests, jobUpgrading } from "./glue-job-docs";
import { preconditionsOf } from "./glue-job-preconditions";
import { type JobTraits, traitsOf } from "./glue-job-traits";
import { type JobInputs, jobKinds, jobVariables } from "./glue-job-variables";
import { glueJobJa } from "./ja/glue-job";

/** AWS's names of the job types. */
const COMMANDS = { spark: "glueetl", streaming: "gluestreaming", python_shell: "pythonshell", ray: "glueray" };

export const glueJob = defineModule({
  name: "glue-job",
  wrapper: true,
  differences: jobDifferences,
  iam: jobIam,
  notes: [...jobNotes, checkovNote("glue-job", "en")],
  upgrading: jobUpgrading,
  creates: ["`aws_glue_job.this`", "`aws_glue_trigger.schedule`, only with `schedule`"],
  examples: jobExamples,
  tests: jobTests,
  translations: { ja: glueJobJa },
  title: "AWS Glue job",
  description:
    "A Glue job of any type (Spark, streaming, Python shell or Ray), with its arguments as variables, and with a trigger if it has a schedule.",
  providers,
  kinds: jobKinds,
  variables: jobVariables,
  build(scope, v) {
    const traits = traitsOf(scope, v);
    const commands = local(scope, "commands", mapFrom(COMMANDS), { comment: "AWS's names of the job types" });
    const owned = ownedArguments(scope);
    const set = setArguments(scope, v, traits);
    const job = makeJob(scope, v, traits, { commands, set, owned });
    const trigger = makeTrigger(scope, v, job.name);
    return {
      name: output(job.name, { description: "Name of the job." }),
      arn: output(job.arn, { description: "ARN of the job." }),
      trigger_name: output(
        trigger.one((one) => one.name),
        { description: "Name of the trigger. Null without a schedule." },
      ),
    };
  },
});

/** The locals that a job needs beside its traits. */
interface JobLocals {
  /** AWS's names of the types. */
  readonly commands: MapExpr<Expr<string>>;
  /** The arguments that variables set. */
  readonly set: ReturnType<typeof setArguments>;
  /** The variables of the arguments that a caller must not set. */
  readonly owned: MapExpr<Expr<string>>;
}

function makeJob(scope: Construct, v: JobInputs, traits: JobTraits, { commands, set, owned }: JobLocals) {
  const { hasWorkers, workerType } = traits;
  return resource(
    scope,
    GlueJob,
    "this",
    {
      name: v.name,
      description: v.description,
      roleArn: v.role_arn,
      glueVersion: v.glue_version,
      workerType: when(hasWorkers, workerType, null),
      numberOfWorkers: when(hasWorkers, v.number_of_workers, null),
      maxCapacity: v.max_capacity,
      timeout: v.timeout,
      maxRetries: v.max_retries,
      executionClass: v.execution_class,
      jobMode: v.job_mode,
      jobRunQueuingEnabled: v.job_run_queuing_enabled,
      maintenanceWindow: v.maintenance_window,
      connections: v.connections,
      securityConfiguration: v.security_configuration,
      defaultArguments: fn.merge(withoutNulls(set), v.default_arguments),
      nonOverridableArguments: v.non_overridable_arguments,
      region: v.region,
      tags: v.tags,
      command: {
        name: at(commands, v.type),
        scriptLocation: v.script_location,
        pythonVersion: v.python_version,
        runtime: v.runtime,
      },
      executionProperty: { maxConcurrentRuns: v.max_concurrent_runs },
      notificationProperty: optionalBlock(v.notify_delay_after, (minutes) => ({ notifyDelayAfter: minutes })),
      sourceControlDetails: sourceControl(v),
    },
    { lifecycle: { preconditions: preconditionsOf(scope, v, traits, owned) } },
  );
}

/** The Git repository of the job, with the token in place of the secret where both are given. */
const sourceControl = (v: JobInputs) =>
  optionalBlock(v.source_control_details, (source) => ({
    provider: source.provider,
    repository: source.repository,
    branch: source.branch,
    folder: source.folder,
    lastCommitId: source.last_commit_id,
    owner: source.owner,
    authStrategy: source.auth_strategy,
    authToken: when(isNotNull(v.source_control_token), v.source_control_token, source.auth_token),
  }));

/** The trigger of a job that has a schedule. */
function makeTrigger(scope: Construct, v: JobInputs, jobName: Expr<string>) {
  return resource(
    scope,
    GlueTrigger,
    "schedule",
    {
      name: `${v.name}-trigger`,
      type: "SCHEDULED",
      schedule: v.schedule,
      enabled: v.schedule_enabled,
      region: v.region,
      tags: v.tags,
      actions: [{ jobName }],
    },
    { count: when(isNotNull(v.schedule), 1, 0) },
  );
}
