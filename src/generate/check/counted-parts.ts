/** Parts of a module that have `count` or `for_each`: HCL that an author wrote as text must name their instances. */
import type { ElementPart, ModuleBuilder, ModulePart } from "../dsl/module-builder";
import type { HclFault } from "./read-hcl-names";

export class CountedParts {
  readonly #options: ReadonlyMap<string, "count" | "forEach">;

  constructor(builder: ModuleBuilder) {
    this.#options = new Map(
      builder.parts.flatMap((part) => {
        if (part.kind !== "resource" && part.kind !== "data" && part.kind !== "module") return [];
        const option = part.count !== undefined ? "count" : part.forEach !== undefined ? "forEach" : undefined;
        if (option === undefined) return [];
        return [[addressOfPart(part), option] as const];
      }),
    );
  }

  /** What is wrong with an attribute that is read without an index. @param steps the names up to the first index */
  faultOf(steps: readonly string[]): HclFault | undefined {
    const length = steps[0] === "data" ? 3 : 2;
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

/** `aws_sqs_queue.this`, `data.aws_region.current` or `module.role`. */
export function addressOfPart(part: ElementPart | ModulePart): string {
  if (part.kind === "module") return `module.${part.name}`;
  return `${part.kind === "data" ? "data." : ""}${part.type}.${part.name}`;
}
