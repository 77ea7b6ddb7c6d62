/** Attributes of resources in HCL that an author wrote as text: a name that is almost one of the class is misspelled. */
import type { TypeConstraint } from "../../hcl/type";
import { Memo } from "../../text/memo";
import { nearestName } from "../../text/suggest-name";
import { typeOfElement } from "../dsl/attributes";
import { addressOfPart, type ElementPart, isElement, type ModuleBuilder } from "../dsl/module-builder";
import { lengthOfAddress } from "./counted-parts";
import type { HclFault } from "./read-hcl-names";

export class KnownAttributes {
  readonly #elements: ReadonlyMap<string, ElementPart>;
  readonly #types = new Memo<string, TypeConstraint>();

  constructor(builder: ModuleBuilder) {
    this.#elements = new Map(
      builder.parts.flatMap((part) => (isElement(part) ? [[addressOfPart(part), part] as const] : [])),
    );
  }

  /**
   * What is wrong with a reference. A name that no attribute is near to passes: the provider that Terraform installs may be newer
   * than the class.
   *
   * @param steps the names without indexes: `["aws_glue_job", "this", "command", "name"]`
   */
  faultOf(steps: readonly string[]): HclFault | undefined {
    const length = lengthOfAddress(steps);
    const address = steps.slice(0, length).join(".");
    let type = this.#typeOf(address);
    for (const [index, name] of steps.slice(length).entries()) {
      while (type?.kind === "list" || type?.kind === "set") type = type.element;
      if (type?.kind !== "object") return undefined;
      const attribute = type.attributes[name];
      if (attribute === undefined) {
        const nearest = nearestName(name, Object.keys(type.attributes));
        if (nearest === undefined) return undefined;
        return {
          message: `\`${[address, ...steps.slice(length, length + index)].join(".")}\` has no attribute \`${name}\``,
          hint: `did you mean \`${nearest}\`?`,
        };
      }
      type = attribute.type;
    }
    return undefined;
  }

  #typeOf(address: string): TypeConstraint | undefined {
    const element = this.#elements.get(address);
    return element === undefined ? undefined : this.#types.get(address, () => typeOfElement(element.construct));
  }
}
