/** What `tfwright eject` prints. */
import type { PlanVerdict } from "../../eject/compare-plans";
import type { RemainingElement } from "../../eject/eject-stack";
import { REMAINING } from "../../eject/eject-stack";
import { count } from "../../text/message";
import { uniqueSorted } from "../../text/unique-sorted";
import type { EjectResult, StackResult } from "../eject";
import type { Printer } from "../printer";

/** Notes of one stack that are printed. */
const MOST_NOTES = 10;

/** Results go to standard output; what a person should look at, to standard error. */
export function printEjected(result: EjectResult, output: Printer, errors: Printer): void {
  const { green, yellow } = output.colors;
  for (const path of result.written) output.write(`${green("wrote")} ${result.out}/${path}\n`);
  for (const path of result.removed) output.write(`${yellow("removed")} ${result.out}/${path}\n`);
  for (const stack of result.stacks) {
    const mark = errors.colors.yellow("note:");
    for (const { place, message } of stack.notes.slice(0, MOST_NOTES)) errors.write(`${mark} ${place}: ${message}\n`);
    if (stack.notes.length > MOST_NOTES)
      errors.write(`${mark} ${count(stack.notes.length - MOST_NOTES, "more note")}: \`--json\` has all of them\n`);
    printRemaining(stack, errors);
    output.write(`${summaryOf(stack)}\n`);
    printVerification(stack, output, errors);
  }
  printSchemaHint(result.stacks, errors);
  const { check } = result;
  if (check === undefined) return;
  for (const note of check.notes) errors.write(`${note}\n`);
  if (check.diff !== "") output.write(check.diff.endsWith("\n") ? check.diff : `${check.diff}\n`);
  if (check.clean) output.write(`${result.out} is up to date\n`);
  else errors.write(`${result.out} is not up to date: eject again with the same options, without \`--check\`\n`);
}

function summaryOf({ stack, counts, out, files, origins, renames }: StackResult): string {
  const elements = ["resource", "data", "module", "variable", "output"] as const;
  const words = { resource: "resource", data: "data source", module: "module", variable: "variable", output: "output" };
  const parts = elements.flatMap((type) => (counts[type] === undefined ? [] : [count(counts[type], words[type])]));
  const moved = renames.length === 0 ? "" : `, ${count(renames.length, "name")} without hash`;
  const looked = origins.length === 0 ? "" : `\n  blocks and attributes by ${origins.join(", ")}`;
  return `${stack} in ${out}: ${parts.join(", ") || "nothing"} in ${count(files.length, "file")}${moved}${looked}`;
}

const REASONS: Readonly<Record<RemainingElement["names"][number]["reason"], string>> = {
  unknown: "it is not known whether this is a block",
  "no-name": "this is no valid name of an argument in HCL",
};

function printRemaining({ out, remaining }: StackResult, errors: Printer): void {
  const mark = errors.colors.yellow("stays JSON:");
  for (const { address, names } of remaining) {
    errors.write(`${mark} ${address} in ${out}/${REMAINING}\n`);
    for (const { path, place, reason } of names) errors.write(`  ${place}: ${path}: ${REASONS[reason]}\n`);
  }
}

/** A schema decides all names of all stacks at once. */
function printSchemaHint(stacks: readonly StackResult[], errors: Printer): void {
  const open = stacks.filter(({ remaining }) =>
    remaining.some(({ names }) => names.some(({ reason }) => reason !== "no-name")),
  );
  if (open.length === 0) return;
  const unknown = uniqueSorted(open.flatMap(({ unknownProviders }) => unknownProviders.map(({ source }) => source)));
  const known = unknown.length === 0 ? "" : ` (nothing is known of ${unknown.join(", ")})`;
  errors.write(`give the providers' schema by \`--schema FILE\`: \`terraform providers schema -json\`${known}\n`);
}

function printVerification({ stack, out, source, verification }: StackResult, output: Printer, errors: Printer): void {
  if (verification === undefined) return;
  const { outcome, compared, details } = verification;
  if (outcome === "same") output.write(`  Terraform plans the same from both: ${count(compared, "change")} compared\n`);
  else {
    const text = outcome === "different" ? "differs from the stack" : "could not be compared by Terraform";
    errors.write(`${errors.colors.red(outcome === "different" ? "different:" : "not verified:")} ${stack} ${text}\n`);
    for (const detail of details) errors.write(`  ${detail.replaceAll("\n", "\n  ")}\n`);
  }
  const folder = source.replace(/[^/\\]+$/, "").replace(/[/\\]$/, "") || ".";
  output.write(
    `  On the real state: run \`terraform init\`, \`terraform plan -out=tfplan\` and \`terraform show -json tfplan\` in ${folder} and in ${out},\n` +
      "  and compare the two by `tfwright eject --confirm BEFORE.json AFTER.json`\n",
  );
}

/** The verdict of `--confirm`. */
export function printVerdict(
  { differences, moved, shared, unchanged }: PlanVerdict,
  output: Printer,
  errors: Printer,
): void {
  for (const { address, what, before, after, attributes } of differences) {
    const names = attributes.length === 0 ? "" : `: ${attributes.join(", ")}`;
    const actions =
      what === "changed"
        ? `${before.join(" and ")} before, ${after.join(" and ")} now`
        : (what === "added" ? after : before).join(" and ");
    const isIdle = [...before, ...after].every((action) => action === "no-op");
    const text = {
      added: isIdle
        ? "only the plan of what was ejected has it: was it made on the same state?"
        : "only what was ejected does this",
      changed: "is not the same",
      missing: isIdle
        ? "only the plan of the stack has it: was it made on the same state?"
        : "only the stack does this",
    }[what];
    errors.write(`${errors.colors.red("different:")} ${address}: ${text} (${actions})${names}\n`);
  }
  for (const { from, to } of moved) output.write(`moved: ${from} -> ${to}\n`);
  for (const address of shared) output.write(`not caused by the move to HCL: ${address} changes in both plans\n`);
  output.write(
    differences.length === 0
      ? `The move to HCL changes nothing: ${unchanged} without a change, ${moved.length} moved, ${shared.length} that both plans change.\n`
      : `${count(differences.length, "difference")} between the two plans.\n`,
  );
}
