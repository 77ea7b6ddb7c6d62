/** What actions do to what is there. */
import type { Action, ResourceChange } from "./plan";

/** Whether the object that is there goes away. */
export function destroys(action: Action): boolean {
  return action === "delete" || replaces(action);
}

/** Whether the object goes away and another takes its place. */
export function replaces(action: Action): boolean {
  return action === "replace-delete-first" || action === "replace-create-first";
}

/** Whether both sides of a change can be compared: it is updated or replaced. */
export function alters({ action }: ResourceChange): boolean {
  return action === "update" || replaces(action);
}

/** Whether apply would do anything to it. */
export function acts({ action }: ResourceChange): boolean {
  return action !== "no-op" && action !== "read";
}

/** `module.job["a"].aws_glue_job.this[0]` without its keys: `module.job.aws_glue_job.this`. */
export function withoutKeys(address: string): string {
  if (!address.includes("[")) return address;
  let plain = "";
  let at = 0;
  while (at < address.length) {
    const char = address[at] as string;
    if (char !== "[") {
      plain += char;
      at++;
    } else at = endOfKey(address, at);
  }
  return plain;
}

/** Address of the module around a resource, without keys: `module.job` of `module.job["a"].aws_glue_job.this`. */
export function moduleOfAddress(address: string): string {
  const around = /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.?)*/.exec(address)?.[0] ?? "";
  return withoutKeys(around.replace(/\.$/, ""));
}

/** Where a key ends; a quoted one may hold brackets. */
function endOfKey(address: string, start: number): number {
  let quoted = false;
  for (let at = start + 1; at < address.length; at++) {
    const char = address[at];
    if (quoted && char === "\\") at++;
    else if (char === '"') quoted = !quoted;
    else if (char === "]" && !quoted) return at + 1;
  }
  return address.length;
}
