/** `each` and `count.index` where there is no entry: a function of `forEach` has handed its argument on to something else. */
import type { Problems } from "../../errors";
import type { BlockItem, Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import { readNames } from "./read-hcl-names";
import { walkBody } from "./walk-body";

/** Reports each place in the body once. In an output `each` refers to nothing, which the check of references tells. */
export function checkEntries(name: string, main: Body, problems: Problems): void {
  const seen = new Set<string>();
  const report = (value: Expression, path: string, allowed: readonly string[]): void => {
    for (const address of entriesIn(value)) {
      const root = address.split(".")[0] as string;
      if (allowed.includes(root) || seen.has(path)) continue;
      seen.add(path);
      problems.add({
        code: "no-entry",
        path,
        message: `\`${address}\` stands where there is no ${root === "each" ? "`forEach`" : "`count`"}`,
        hint: "use it in the function of the resource itself; of the instances of another resource: .at(key), .one(...), .all(...)",
      });
    }
  };
  for (const item of main) {
    if (item.kind !== "block") continue;
    const allowed = allowedIn(item);
    walkBody([item], name, (value, path) =>
      report(value, path, path.endsWith(".for_each") && isOwn(item, value) ? [] : allowed),
    );
  }
}

function allowedIn({ body }: BlockItem): readonly string[] {
  return body.flatMap((item) =>
    item.kind !== "attribute" ? [] : item.name === "for_each" ? ["each"] : item.name === "count" ? ["count"] : [],
  );
}

/** Whether a value is that of the block's own `for_each`, in which there is no entry yet. */
function isOwn({ body }: BlockItem, value: Expression): boolean {
  return body.some((item) => item.kind === "attribute" && item.name === "for_each" && item.value === value);
}

/** `each.key`, `each.value` and `count.index`, also in HCL that an author wrote as text. */
function entriesIn(value: Expression): readonly string[] {
  const found: string[] = [];
  const add = (address: string) => {
    if (/^(?:each\.(?:key|value)|count\.index)\b/.test(address))
      found.push(address.split(/[.[]/).slice(0, 2).join("."));
  };
  walkExpression(value, (node) => {
    if (node.kind === "reference") add(node.address);
    if (node.kind !== "raw") return;
    const names = readNames(node.text);
    if (!("message" in names)) for (const steps of names.references) add(steps.join("."));
  });
  return found;
}
