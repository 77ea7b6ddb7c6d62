/**
 * Asks Terraform whether a stack and what was ejected from it are the same: both are validated, and both are planned with mocked
 * providers, which need no credentials. What a mock makes up differs from run to run; the stack is planned twice to find that.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocuments } from "../../eject/document-arguments";
import { mockedTest } from "../../eject/mocked-test";
import type { Rename } from "../../eject/renames";
import { StackFile } from "../../eject/stack-file";
import { type Fields, isFields, isList, type Json } from "../../json/json-value";
import { count } from "../../text/message";
import { runTerraform } from "../run-terraform";
import type { FoundStack } from "./find-stacks";
import { readStack } from "./read-stack";

/** The outcome of asking Terraform. */
export interface Verification {
  /** `same`: both plans are; `different`: they are not, or only the ejected form is refused; `unknown`: Terraform could not tell. */
  readonly outcome: "same" | "different" | "unknown";
  /** How many changes were compared. */
  readonly compared: number;
  /** Why it is not known, or what differs. */
  readonly details: readonly string[];
}

interface Forms {
  readonly source: FoundStack;
  /** The folder of HCL. */
  readonly ejected: string;
  readonly renames: readonly Rename[];
}

/** At most so many differences are listed. */
const MOST_LISTED = 20;

/** At most so many errors of one plan. */
const MOST_FAULTS = 5;

/** @param command of Terraform or OpenTofu */
export async function verifyStack({ source, ejected, renames }: Forms, command: string): Promise<Verification> {
  const root = mkdtempSync(join(tmpdir(), "tfwright-"));
  try {
    const text = readStack(source);
    const file = StackFile.read(source.file, text);
    const [json, hcl] = [join(root, "json"), join(root, "hcl")];
    copy(source.folder, json, isBeside);
    writeFileSync(join(json, "cdk.tf.json"), text);
    copy(ejected, hcl, (name) => /\.tf(?:\.json)?$/.test(name) || isBeside(name));
    const names = new Map(renames.map(({ from, to }) => [from, to]));
    for (const [folder, test] of [
      [json, mockedTest(file)],
      [hcl, mockedTest(file, names)],
    ] as const) {
      mkdirSync(join(folder, "tests"), { recursive: true });
      writeFileSync(join(folder, "tests", "eject.tftest.hcl"), test);
    }
    return await compareForms(command, { json, hcl, renames });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function isBeside(name: string): boolean {
  return name === "assets" || name === ".terraform.lock.hcl";
}

function copy(from: string, to: string, isTaken: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from))
    if (isTaken(name)) cpSync(join(from, name), join(to, name), { recursive: true });
}

async function compareForms(
  command: string,
  { json, hcl, renames }: { readonly json: string; readonly hcl: string; readonly renames: readonly Rename[] },
): Promise<Verification> {
  for (const folder of [json, hcl]) {
    const init = await runTerraform(command, ["init", "-backend=false", "-input=false", "-no-color"], folder);
    if (init.text === undefined)
      return { outcome: "unknown", compared: 0, details: [`\`${command} init\` failed: ${init.error}`] };
  }
  const [validJson, validHcl] = [await faultsOf(command, json), await faultsOf(command, hcl)];
  if (validJson.length > 0)
    return { outcome: "unknown", compared: 0, details: ["Terraform refuses the stack itself:", ...validJson] };
  if (validHcl.length > 0)
    return { outcome: "different", compared: 0, details: ["Terraform refuses what was ejected:", ...validHcl] };
  const first = await planMocked(command, json);
  if ("fault" in first) return { outcome: "unknown", compared: 0, details: [first.fault] };
  const [second, after] = [await planMocked(command, json), await planMocked(command, hcl)];
  if ("fault" in second) return { outcome: "unknown", compared: 0, details: [second.fault] };
  if ("fault" in after) return { outcome: "different", compared: 0, details: [after.fault] };
  const names = new Map(renames.map(({ from, to }) => [from, to]));
  const [expected, noise, found] = [first, second, after].map(({ changes }) => changes) as [Changes, Changes, Changes];
  const details = differences(renamed(expected, names), renamed(noise, names), found);
  const cut = details.length > MOST_LISTED ? [`and ${details.length - MOST_LISTED} more`] : [];
  return {
    outcome: details.length === 0 ? "same" : "different",
    compared: found.size,
    details: [...details.slice(0, MOST_LISTED), ...cut],
  };
}

async function faultsOf(command: string, folder: string): Promise<readonly string[]> {
  const { output, error } = await runTerraform(command, ["validate", "-json"], folder);
  try {
    const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] };
    return toldOnce(diagnostics);
  } catch {
    return [error];
  }
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly range?: { readonly filename?: string; readonly start?: { readonly line?: number } };
  readonly snippet?: { readonly context?: string | null } | null;
}

function textOf({ summary, detail = "" }: Diagnostic): string {
  return [summary.replace(/:\s*$/, ""), detail.replace(/\s+/g, " ").trim()].filter((part) => part !== "").join(": ");
}

/** With the place in front: `cdk.tf.json:12, resource.aws_sqs_queue.q: ...` */
function placedText(one: Diagnostic): string {
  const { range, snippet } = one;
  const line = range?.start?.line;
  const file = range?.filename === undefined || line === undefined ? undefined : `${range.filename}:${line}`;
  const place = [file, snippet?.context].filter((part) => typeof part === "string" && part !== "").join(", ");
  return place === "" ? textOf(one) : `${place}: ${textOf(one)}`;
}

/** The same error at several places is told once, with the first of them. */
function toldOnce(diagnostics: readonly Diagnostic[]): readonly string[] {
  const first = new Map<string, string>();
  for (const one of diagnostics)
    if (one.severity === "error" && !first.has(textOf(one))) first.set(textOf(one), placedText(one));
  return [...first.values()];
}

/** What a plan would do, by address: the change of a resource or of an output. */
type Changes = ReadonlyMap<string, Json>;

async function planMocked(
  command: string,
  folder: string,
): Promise<{ readonly changes: Changes } | { readonly fault: string }> {
  const { output, error } = await runTerraform(command, ["test", "-json", "-verbose", "-no-color"], folder);
  const messages = output.split("\n").flatMap((line): readonly Fields[] => {
    try {
      const message = JSON.parse(line) as Json;
      return isFields(message) ? [message] : [];
    } catch {
      return [];
    }
  });
  const plan = messages.find(({ type }) => type === "test_plan")?.test_plan;
  if (isFields(plan)) return { changes: changesIn(plan) };
  const told = toldOnce(
    messages.flatMap(({ diagnostic }) => (isFields(diagnostic) ? [diagnostic as unknown as Diagnostic] : [])),
  );
  const rest = told.length > MOST_FAULTS ? `; and ${count(told.length - MOST_FAULTS, "other error")}` : "";
  const text = `${told.slice(0, MOST_FAULTS).join("; ")}${rest}`;
  return { fault: `\`${command} test\` with mocked providers failed: ${text || error}` };
}

/** The change of a resource, with values in place of the texts of documents. */
function changeIn({ change, provider_name, type }: Fields): Json {
  if (!isFields(change)) return change ?? null;
  const resource = { provider: String(provider_name), type: String(type) };
  const read = (values: Json | undefined) => readDocuments(resource, values) ?? null;
  return { ...change, before: read(change.before), after: read(change.after) };
}

function changesIn(plan: Fields): Changes {
  const changes = new Map<string, Json>();
  for (const one of isList(plan.resource_changes) ? plan.resource_changes : [])
    if (isFields(one)) changes.set(String(one.address), changeIn(one));
  for (const [name, change] of Object.entries(isFields(plan.output_changes) ? plan.output_changes : {}))
    changes.set(`output.${name}`, change);
  return changes;
}

/** Addresses as they are after the renames: of a resource, and of what is in a module. */
function renamed(changes: Changes, names: ReadonlyMap<string, string>): Changes {
  if (names.size === 0) return changes;
  return new Map(
    [...changes].map(([address, change]) => {
      const [, head = "", rest = ""] = /^((?:module\.[^.[]+)|(?:data\.)?[^.[]+\.[^.[]+)(.*)$/s.exec(address) ?? [];
      return [`${names.get(head) ?? head}${rest}`, change];
    }),
  );
}

function differences(expected: Changes, noise: Changes, found: Changes): readonly string[] {
  return [
    ...[...expected].flatMap(([address, change]) => {
      const other = found.get(address);
      if (other === undefined) return [`${address} is missing`];
      return differingPaths(change, noise.get(address) ?? null, other, "").map((path) => `${address}${path} differs`);
    }),
    ...[...found.keys()].filter((address) => !expected.has(address)).map((address) => `${address} is new`),
  ];
}

/** Where the third value differs from the first, and the first does not differ from the second. */
function differingPaths(
  a: Json | undefined,
  noise: Json | undefined,
  b: Json | undefined,
  path: string,
): readonly string[] {
  if (isFields(a) && isFields(b)) {
    const other = isFields(noise) ? noise : {};
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].flatMap((name) => differingPaths(a[name], other[name], b[name], `${path}.${name}`));
  }
  if (isList(a) && isList(b) && a.length === b.length) {
    const other = isList(noise) ? noise : [];
    return a.flatMap((item, index) => differingPaths(item, other[index], b[index], `${path}[${index}]`));
  }
  const isSame = JSON.stringify(a) === JSON.stringify(b);
  return isSame || JSON.stringify(a) !== JSON.stringify(noise) ? [] : [path];
}
