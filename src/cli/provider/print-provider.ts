/** What `tfwright provider` prints. */
import { count } from "../../text/message";
import type { Printer } from "../printer";
import type { ProviderResult } from "../provider";
import type { TypeChange } from "./type-changes";

/** Results go to standard output, notes to standard error. */
export function printProvider(results: readonly ProviderResult[], output: Printer, errors: Printer): void {
  for (const result of results) {
    const { source, version, out, files, written, removed, changes, omitted, unwritten, check } = result;
    for (const { type, name, reason } of omitted) errors.write(`${type}.${name} is left out: ${reason}\n`);
    for (const { kind, count: number, use } of unwritten)
      errors.write(`${count(number, kind)} of ${source}: no class is written; ${use}\n`);
    if (check !== undefined) {
      for (const note of check.notes) errors.write(`${note}\n`);
      if (check.diff !== "") output.write(check.diff.endsWith("\n") ? check.diff : `${check.diff}\n`);
      if (check.clean) output.write(`${out} is up to date with ${source} ${version}\n`);
      else errors.write(`${out} is not up to date with ${source} ${version}: run \`tfwright provider\`\n`);
      continue;
    }
    const { green, yellow } = output.colors;
    const told = new Map(changes.map((change) => [change.path, change]));
    for (const path of written) {
      output.write(`${green("wrote")} ${out}/${path}\n`);
      const change = told.get(path);
      if (change !== undefined) for (const line of linesOf(change)) output.write(`  ${line}\n`);
    }
    for (const path of removed) output.write(`${yellow("removed")} ${out}/${path}\n`);
    const what =
      written.length + removed.length === 0
        ? "nothing to change"
        : `${count(written.length, "file")} written, ${removed.length} removed`;
    output.write(`${count(files, "type")} of ${source} ${version} in ${out}: ${what}\n`);
  }
}

function linesOf({ added, removed, deprecated, nowRequired, retyped }: TypeChange): readonly string[] {
  const line = (what: string, names: readonly string[]) => (names.length === 0 ? [] : [`${what}: ${names.join(", ")}`]);
  return [
    ...line("removed", removed),
    ...line("now required", nowRequired),
    ...line("of another type", retyped),
    ...line("deprecated", deprecated),
    ...line("added", added),
  ];
}
