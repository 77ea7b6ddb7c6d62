/** `tfwright grant`: compiles a least-privilege policy from intents such as `--read`. */
import { fail, Problems } from "../errors";
import { arnFormats, startOfResource } from "../iam/arn/arn-formats";
import type { AwsLocation, CompiledPolicies, Request } from "../iam/compile";
import { fieldsFor, type WordedLocation } from "../iam/compile/aws-location";
import { compileWorded } from "../iam/compile/compile-policy";
import { commandWording } from "../iam/compile/wording";
import { isService } from "../iam/data/authorization";
import { writePolicy } from "../iam/document/write-policy";
import { suggestName } from "../text/suggest-name";

/** The options of the command. */
export interface GrantFlags extends AwsLocation {
  readonly read?: readonly string[];
  readonly write?: readonly string[];
  readonly delete?: readonly string[];
  readonly action?: readonly string[];
  readonly resource?: readonly string[];
  readonly sid?: string;
  readonly format?: string;
  readonly json?: boolean;
}

/** The text for standard output, and the remarks for a person at a terminal. */
interface GrantResult {
  readonly text: string;
  /** Remarks where the policy grants something else than the options say. */
  readonly notes: readonly string[];
  /** `Sid: reason`. */
  readonly reasons: readonly string[];
}

/**
 * Compiles the policy that the options ask for.
 * @param loose what stands on the command line without an option, which says too little: it is refused
 * @throws TfwrightError with all problems
 */
export function grant(flags: GrantFlags, loose: readonly string[] = []): GrantResult {
  refuseLoose(loose);
  const where = {
    partition: flags.partition,
    region: flags.region,
    account: flags.account,
    wording: commandWording,
  };
  checkLocation(where);
  const format = formatOf(flags);
  const compiled = compileWorded(requestsOf(flags, where), where);
  if (flags.json === true) return { text: `${JSON.stringify(compiled, null, 2)}\n`, notes: [], reasons: [] };
  if (format === "hcl") {
    const { policiesAsHcl } = require("./grant/print-hcl") as typeof import("./grant/print-hcl");
    // The reasons stand above the statements.
    return { text: policiesAsHcl(compiled), notes: compiled.notes, reasons: [] };
  }
  return {
    text: textOf(compiled),
    notes: compiled.notes,
    reasons: compiled.reasons.map(({ sid, reason }) => `${sid}: ${reason}`),
  };
}

/** A name of an action could be given without an option, but not a resource: whether it is to be read or written must be said. */
function refuseLoose(loose: readonly string[]): void {
  const [first] = loose;
  if (first === undefined) return;
  const isAction = /^[\w-]+:[^/]+$/.test(first) && isService(first.split(":")[0] ?? "");
  fail({
    code: "bad-option",
    path: first,
    message: "no option says what this is",
    hint: isAction
      ? `write --action ${first}, and --resource with what it works on`
      : `write --read ${first}, --write ${first} or --delete ${first}; with --action, --resource ${first}`,
  });
}

const FORMATS = ["json", "hcl"] as const;

function formatOf({ format: given = "json", json }: GrantFlags): (typeof FORMATS)[number] {
  const format = FORMATS.find((name) => name === given);
  if (format === undefined)
    fail({
      code: "bad-option",
      path: "--format",
      message: `there is no \`${given}\``,
      hint: suggestName(given, FORMATS, "formats"),
    });
  if (format === "hcl" && json === true)
    fail({
      code: "bad-option",
      path: "--json",
      message: "`--json` prints JSON, and `--format hcl` does not",
      hint: "leave out one of the two",
    });
  return format;
}

/** Each policy as AWS prints it, one after the other. */
function textOf({ policies }: CompiledPolicies): string {
  return policies.map((policy) => `${writePolicy(policy)}\n`).join("");
}

function requestsOf(flags: GrantFlags, where: WordedLocation): readonly Request[] {
  const intents = (["read", "write", "delete"] as const).flatMap((intent) =>
    flags[intent] === undefined ? [] : [{ [intent]: flags[intent] }],
  );
  const { action, resource, sid } = flags;
  if (action === undefined && resource !== undefined) {
    fail({
      code: "bad-option",
      path: "--resource",
      message: "a resource is given, but no action",
      hint: "give --action, or --read, --write, --delete",
    });
  }
  if (action === undefined && sid !== undefined) {
    fail({
      code: "bad-option",
      path: "--sid",
      message: "--sid works only with --action",
      hint: "leave it out: the other statements get their Sids automatically",
    });
  }
  const problems = new Problems();
  const resources = resource?.map((text) => longForm(text, where, problems));
  problems.throwIfAny();
  const requests = [...intents, ...(action === undefined ? [] : [{ actions: action, resources, sid }])];
  if (requests.length > 0) return requests;
  const hint =
    "tfwright grant --read s3://bucket/folder/ --read database.table --account 111111111111 --region eu-west-1";
  return fail({ code: "empty-request", path: "grant", message: "no action or resource is given", hint });
}

/** What to write for `table/database.table`, the form of `--read`, or for a table without its database. A `*` may stand for both. */
function hintForTable(text: string): string | undefined {
  const [, database = "DATABASE", table] = /^table\/(?:([^/.*?]+)\.)?([^/.*?]+)$/.exec(text) ?? [];
  return table === undefined ? undefined : `write \`table/${database}/${table}\``;
}

/** `job/NAME` of Glue as a whole ARN. */
function longForm(text: string, where: WordedLocation, problems: Problems): string {
  if (text === "*" || text.startsWith("arn:")) return text;
  const hint = hintForTable(text);
  if (hint !== undefined) {
    problems.add({ code: "malformed-arn", path: text, message: `\`${text}\` is not how an ARN names a table`, hint });
    return text;
  }
  const starts = Object.values<string>(arnFormats.glue).map(startOfResource);
  if (!starts.some((start) => (start === "catalog" ? text === start : text.startsWith(start)))) {
    const message = "a resource is an ARN, `*`, or a resource of Glue such as job/NAME";
    problems.add({ code: "malformed-arn", path: text, message });
    return text;
  }
  const { partition, region, account } = fieldsFor(text, where, problems);
  return `arn:${partition}:glue:${region}:${account}:${text}`;
}

function checkLocation({ account, region, partition }: AwsLocation): void {
  if (account !== undefined && !/^(\d{12}|\*)$/.test(account)) {
    fail({
      code: "bad-option",
      path: "--account",
      message: `\`${account}\` is not an account`,
      hint: "write its twelve digits, or '*'",
    });
  }
  if (region !== undefined && !/^([a-z]{2,4}(-[a-z]+)+-\d{1,2}|\*)$/.test(region)) {
    fail({
      code: "bad-option",
      path: "--region",
      message: `\`${region}\` is not a region`,
      hint: "write one such as eu-west-1, or '*'",
    });
  }
  if (partition !== undefined && !/^aws(-[a-z-]+)?$/.test(partition)) {
    fail({
      code: "bad-option",
      path: "--partition",
      message: `there is no partition \`${partition}\``,
      hint: "write one such as aws, aws-cn or aws-us-gov",
    });
  }
}
