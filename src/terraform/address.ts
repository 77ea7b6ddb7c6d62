/** Addresses of resources and modules, such as `module.job["a"].aws_glue_job.this[0]`: with and without instance keys. */

/** `module.job["a"].aws_glue_job.this[0]` without instance keys: `module.job.aws_glue_job.this`. */
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

/**
 * The address of the module that contains a resource, without instance keys: `module.job` of
 * `module.job["a"].aws_glue_job.this`.
 */
export function moduleOfAddress(address: string): string {
  return withoutKeys(moduleOfAddressWithKeys(address));
}

/** The address of the module that contains a resource, with its keys: `module.job["a"]` of `module.job["a"].aws_glue_job.this`. */
export function moduleOfAddressWithKeys(address: string): string {
  const path = /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.?)*/.exec(address)?.[0] ?? "";
  return path.replace(/\.$/, "");
}

/** The address of what stands in a module; the module is empty for the root. */
export function joinAddress(module: string, name: string): string {
  return module === "" ? name : `${module}.${name}`;
}

/** The module that calls a module, by its address without keys: `module.a` of `module.a.module.b`. */
export function moduleAround(module: string): string {
  return module.replace(/\.?module\.[^.]+$/, "");
}

/** The offset behind the `]` of an instance key. A quoted key may contain brackets. */
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
