/** Asks Terraform or OpenTofu for the schema of a provider: in the current folder, or in a temporary one. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail } from "../errors";
import { findAddress } from "../terraform/schema/provider-source";

/** Which provider's schema, and who is asked. */
export interface SchemaQuestion {
  /** `hashicorp/aws` */
  readonly source: string;
  /** A version or a constraint: `6.34.0`, `~> 6.0`. @default the newest, or what the folder has */
  readonly version?: string;
  /** The command. @default terraform, or tofu where there is no terraform */
  readonly terraform?: string;
  /** A folder that may be initialised. */
  readonly folder: string;
}

/** The output of `terraform providers schema -json`, and the version of the provider that it is of. */
export interface SchemaAnswer {
  readonly text: string;
  readonly version: string;
}

/** @throws TfwrightError `no-terraform`, `init-failed`, `schema-failed` */
export async function askSchema(question: SchemaQuestion): Promise<SchemaAnswer> {
  const command = await findCommand(question.terraform);
  const { source, version, folder } = question;
  const installed = await versionIn(command, folder, source);
  if (installed !== undefined && (version === undefined || version === installed)) {
    const { text } = await run(command, ["providers", "schema", "-json"], folder);
    if (text !== undefined) return { text, version: installed };
  }
  return askInTemporaryFolder(command, question);
}

async function askInTemporaryFolder(command: string, { source, version }: SchemaQuestion): Promise<SchemaAnswer> {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-"));
  try {
    const required = { provider: { source, ...(version !== undefined && { version }) } };
    const configuration = { terraform: { required_providers: required } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
    const wanted = version === undefined ? source : `${source} ${version}`;
    const init = await run(command, ["init", "-input=false", "-no-color", "-backend=false"], folder);
    if (init.text === undefined)
      fail({
        code: "init-failed",
        path: wanted,
        message: `\`${command} init\` could not install the provider:\n${init.error}`,
        hint: "give the schema as a file: run `terraform providers schema -json > schema.json` where the provider is installed, and add `--schema schema.json --version VERSION`",
      });
    const schema = await run(command, ["providers", "schema", "-json"], folder);
    const found = await versionIn(command, folder, source);
    if (schema.text === undefined || found === undefined)
      fail({
        code: "schema-failed",
        path: wanted,
        message: `\`${command} providers schema -json\` failed:\n${schema.error}`,
      });
    return { text: schema.text, version: found };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The version of a provider that a folder's lock file has. */
async function versionIn(command: string, folder: string, source: string): Promise<string | undefined> {
  const { text } = await run(command, ["version", "-json"], folder);
  if (text === undefined) return undefined;
  const { provider_selections: selections = {} } = JSON.parse(text) as {
    readonly provider_selections?: Readonly<Record<string, string>>;
  };
  const name = findAddress(source, Object.keys(selections));
  return name === undefined ? undefined : selections[name];
}

async function findCommand(given: string | undefined): Promise<string> {
  const candidates = given === undefined ? ["terraform", "tofu"] : [given];
  for (const command of candidates)
    if ((await run(command, ["version", "-json"], tmpdir())).text !== undefined) return command;
  return fail({
    code: "no-terraform",
    path: candidates.join(", "),
    message: given === undefined ? "neither Terraform nor OpenTofu can be run" : "this command cannot be run",
    hint: "install one of them, name it by `--terraform COMMAND`, or give the schema as a file: `--schema FILE --version VERSION`",
  });
}

interface Answer {
  /** Standard output; undefined where the command failed. */
  readonly text?: string;
  readonly error: string;
}

/** The schema of a large provider has 20 MB. */
const MOST_BYTES = 2 ** 30;

function run(command: string, args: readonly string[], folder: string): Promise<Answer> {
  return new Promise((resolve) => {
    const env = { ...process.env, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
    execFile(command, args, { cwd: folder, maxBuffer: MOST_BYTES, env }, (error, stdout, stderr) => {
      const told = `${stderr}`.trim() || (error?.message ?? "");
      resolve(error === null ? { text: stdout, error: told } : { error: withoutFrame(told) });
    });
  });
}

/** Terraform's messages without the lines that it draws around them. */
function withoutFrame(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/^[╷│╵]\s?/, "").trimEnd())
    .filter((line) => line !== "")
    .join("\n");
}
