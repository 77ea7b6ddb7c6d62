/** Parts of a module that have `count` or `for_each`: HCL that an author wrote as text must name their instances. */
import { addressOfPart, isElement, type ModuleBuilder } from "../dsl/module-builder";
import type { HclFault } from "./read-hcl-names";

export class CountedParts {
  readonly #options: ReadonlyMap<string, "count" | "forEach">;

  constructor(builder: ModuleBuilder) {
    this.#options = new Map(
      builder.parts.flatMap((part) => {
        if (!isElement(part) && part.kind !== "module") return [];
        const made = isElement(part) ? part.repeatedBy : undefined;
        const option = part.count !== undefined ? "count" : part.forEach !== undefined ? "forEach" : made;
        if (option === undefined) return [];
        return [[addressOfPart(part), option] as const];
      }),
    );
  }

  /** What is wrong with `.*` behind something with `for_each`, which is a map: cdktf writes it. @param steps the names up to it */
  faultOfSplat(steps: readonly string[]): HclFault | undefined {
    const address = steps.slice(0, lengthOfAddress(steps)).join(".");
    if (steps.length > lengthOfAddress(steps) || this.#options.get(address) !== "forEach") return undefined;
    return {
      message: `\`${address}\` has \`forEach\`, so it is a map, and Terraform takes no \`.*\` of it`,
      hint: `name the instance: \`Token.asString(ref('${address}["key"].arn'))\`; or make it with \`resource\`, which gives \`.at("key")\` and \`.all((one) => ...)\``,
    };
  }

  /** What is wrong with an attribute that is read without an index. @param steps the names up to the first index */
  faultOf(steps: readonly string[]): HclFault | undefined {
    const length = lengthOfAddress(steps);
    const address = steps.slice(0, length).join(".");
    const option = this.#options.get(address);
    const attribute = steps[length];
    if (option === undefined || attribute === undefined) return undefined;
    const key = option === "count" ? "0" : '"key"';
    return {
      message: `\`${address}\` has \`${option}\`, so it has no single \`${attribute}\``,
      hint: `name the instance: ${address}[${key}].${attribute}`,
    };
  }
}

/** How many of the names of a reference are its address: 3 for `data.aws_region.current.name`. */
export function lengthOfAddress([root]: readonly string[]): number {
  return root === "data" || root === "ephemeral" || root === "action" ? 3 : 2;
}
