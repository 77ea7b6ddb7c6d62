/** Asks Terraform or OpenTofu for the schema of a provider: in the current folder, or in a temporary one. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail } from "../errors";
import { findAddress } from "../terraform/schema/provider-source";
import { findTerraform, runTerraform } from "./run-terraform";

/** Which provider's schema, and who is asked. */
interface SchemaQuestion {
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

const WITHOUT_TERRAFORM = "or give the schema as a file: `--schema FILE --version VERSION`";

/** @throws TfwrightError `no-terraform`, `init-failed`, `schema-failed` */
export async function askSchema(question: SchemaQuestion): Promise<SchemaAnswer> {
  const command = await findTerraform(question.terraform, WITHOUT_TERRAFORM);
  const { source, version, folder } = question;
  const installed = await versionIn(command, folder, source);
  if (installed !== undefined && (version === undefined || version === installed)) {
    const { text } = await runTerraform(command, ["providers", "schema", "-json"], folder);
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
    const init = await runTerraform(command, ["init", "-input=false", "-no-color", "-backend=false"], folder);
    if (init.text === undefined)
      fail({
        code: "init-failed",
        path: wanted,
        message: `\`${command} init\` could not install the provider:\n${init.error}`,
        hint: "give the schema as a file: run `terraform providers schema -json > schema.json` where the provider is installed, and add `--schema schema.json --version VERSION`",
      });
    const schema = await runTerraform(command, ["providers", "schema", "-json"], folder);
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
  const { text } = await runTerraform(command, ["version", "-json"], folder);
  if (text === undefined) return undefined;
  const { provider_selections: selections = {} } = JSON.parse(text) as {
    readonly provider_selections?: Readonly<Record<string, string>>;
  };
  const name = findAddress(source, Object.keys(selections));
  return name === undefined ? undefined : selections[name];
}

/** The schemas of the providers that a folder has installed, or why Terraform tells none. @throws TfwrightError `no-terraform` */
export async function askInFolder(
  folder: string,
  terraform: string | undefined,
): Promise<{ readonly text: string } | { readonly fault: string }> {
  const command = await findTerraform(terraform, "or give the schema as a file: `--schema FILE`");
  const { text, error } = await runTerraform(command, ["providers", "schema", "-json", "-no-color"], folder);
  return text === undefined ? { fault: `\`${command} providers schema -json\` failed: ${error}` } : { text };
}
