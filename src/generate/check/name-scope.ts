/** What HCL of an author may refer to: the parts of a module, or of an example around it. */
import type { Problems } from "../../errors";
import { suggestName } from "../../text/suggest-name";
import { type CountedParts, lengthOfAddress } from "./counted-parts";
import type { KnownAttributes } from "./known-attributes";
import { faultOfFunction, type HclFault, type HclNames, readNames } from "./read-hcl-names";

/** The position of a text. */
interface TextPlace {
  readonly path: string;
  /** How the text is called in messages: `condition`. */
  readonly what: string;
}

interface ScopeOptions {
  /** What can be done about a name that does not exist. */
  readonly hint?: string | ((address: string) => string);
  /** The parts whose attributes are read only with an index. */
  readonly counted?: CountedParts;
  /** What the parts have. */
  readonly attributes?: KnownAttributes;
}

export class NameScope {
  readonly #addresses: ReadonlySet<string>;
  readonly #where: string;
  /** What may be done about a name that there is not. */
  readonly #hint: ScopeOptions["hint"];
  readonly #counted: CountedParts | undefined;
  readonly #attributes: KnownAttributes | undefined;

  /** @param addresses `var.name`, `output.arn`, `data.aws_region.current`; @param where `in this module` */
  constructor(addresses: Iterable<string>, where: string, { hint, counted, attributes }: ScopeOptions = {}) {
    this.#addresses = new Set(addresses);
    this.#where = where;
    this.#hint = hint;
    this.#counted = counted;
    this.#attributes = attributes;
  }

  /** Reports a text that is no HCL, and what it refers to or calls that there is not. */
  checkText(text: unknown, { path, what }: TextPlace, problems: Problems): void {
    if (typeof text !== "string" || text.trim() === "") {
      problems.add({
        code: "not-hcl",
        path,
        message: `the ${what} must be a string of HCL, but is ${JSON.stringify(text)}`,
      });
      return;
    }
    const names = readNames(text);
    if ("message" in names) {
      const { message, hint } = names;
      problems.add({
        code: "not-hcl",
        path,
        message: `the ${what} is not valid HCL: ${message}`,
        ...(hint !== undefined && { hint }),
      });
      return;
    }
    this.checkNames(names, path, problems);
  }

  /** Reports names that there are not. */
  checkNames(
    { references, untilFirstIndex, functions }: Omit<HclNames, "beforeSplats">,
    path: string,
    problems: Problems,
  ): void {
    const seen = new Set<string>();
    const report = (code: string, fault: HclFault | undefined) => {
      if (fault === undefined || seen.has(fault.message)) return;
      seen.add(fault.message);
      problems.add({ code, path, ...fault });
    };
    for (const steps of references) {
      report("unknown-reference", this.faultOf(steps));
      report("unknown-attribute", this.#attributes?.faultOf(steps));
    }
    for (const steps of untilFirstIndex) report("no-single-instance", this.#counted?.faultOf(steps));
    for (const name of functions) report("unknown-function", faultOfFunction(name));
  }

  /** What is wrong with a reference, by its names. */
  faultOf(steps: readonly string[]): HclFault | undefined {
    const [root = ""] = steps;
    if (root === "path" || root === "terraform") return undefined;
    const address = steps.slice(0, lengthOfAddress(steps)).join(".");
    if (this.#addresses.has(address)) return undefined;
    const alike = [...this.#addresses].filter((one) => one.split(".")[0] === root);
    const hint = suggestName(address, alike.length > 0 ? alike : [...this.#addresses], "names");
    const own = typeof this.#hint === "function" ? this.#hint(address) : this.#hint;
    return {
      message: `\`${address}\` does not exist ${this.#where}`,
      hint: own === undefined ? hint : `${hint.startsWith("did") ? `${hint} or ` : ""}${own}`,
    };
  }
}
