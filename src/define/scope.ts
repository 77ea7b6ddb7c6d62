/** What `build` has made so far: the parts of a module in the order in which they were made. */
import { type Construct, TerraformStack } from "../cdk";
import { fail } from "../errors";
import type { Blocks } from "../expr/blocks";
import type { Known } from "../expr/knowledge";
import type { Expression } from "../hcl/expression";

/** A rule with the sentence that Terraform prints where it is broken. */
export interface Rule {
  readonly condition: Expression;
  readonly message: Expression;
}

/** Terraform's `lifecycle`, as expressions. */
export interface LifecyclePart {
  readonly createBeforeDestroy?: boolean;
  readonly preventDestroy?: boolean;
  readonly ignoreChanges?: "all" | readonly string[];
  readonly replaceTriggeredBy?: readonly Expression[];
  readonly preconditions?: readonly Rule[];
  readonly postconditions?: readonly Rule[];
}

/** A resource or data source. */
export interface ElementPart {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  /** Local name of the provider: `aws`. */
  readonly provider: string;
  readonly alias?: string;
  readonly construct: Construct;
  /** What the author gave, with expressions; undefined for a construct that the author made without `resource`. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
  readonly count?: Expression;
  readonly forEach?: Expression;
  readonly dependsOn: readonly string[];
  readonly lifecycle?: LifecyclePart;
  readonly comments?: readonly string[];
}

export interface LocalPart {
  readonly kind: "local";
  readonly name: string;
  readonly value: Expression;
  readonly known: Known | undefined;
  readonly comments?: readonly string[];
}

export interface ModulePart {
  readonly kind: "module";
  readonly name: string;
  readonly source: string;
  readonly version?: string;
  readonly inputs: Readonly<Record<string, Expression>>;
  readonly providers: Readonly<Record<string, string>>;
  readonly count?: Expression;
  readonly forEach?: Expression;
  readonly dependsOn: readonly string[];
  readonly comments?: readonly string[];
}

export interface MovedPart {
  readonly kind: "moved";
  readonly from: string;
  readonly to: string;
}

export interface RemovedPart {
  readonly kind: "removed";
  readonly from: string;
  readonly destroy: boolean;
}

export interface CheckPart {
  readonly kind: "check";
  readonly name: string;
  readonly data?: ElementPart;
  readonly rules: readonly Rule[];
}

export interface ImportPart {
  readonly kind: "import";
  readonly to: string;
  readonly id: Expression;
}

export type Part = ElementPart | LocalPart | ModulePart | MovedPart | RemovedPart | CheckPart | ImportPart;

/** The stack in which a definition's `build` runs. */
export class ModuleStack extends TerraformStack {
  readonly parts: Part[] = [];
  readonly #addresses = new Map<string, string>();
  readonly definition: string;

  constructor(scope: Construct, definition: string) {
    super(scope, "module");
    this.definition = definition;
  }

  /** Adds a part; each address is taken once. */
  addPart(part: Part, address: string): void {
    this.claim(address);
    this.parts.push(part);
  }

  /** Takes an address. @throws TfwrightError where it is taken */
  claim(address: string): void {
    if (this.#addresses.has(address)) {
      fail(
        "duplicate-address",
        `${this.definition}.${address}`,
        `${address} is defined twice`,
        "give one of them another name",
      );
    }
    this.#addresses.set(address, address);
  }

  hasAddress(address: string): boolean {
    return this.#addresses.has(address);
  }
}

/** The module that a scope belongs to. */
export function stackOf(scope: Construct): ModuleStack {
  const stack = TerraformStack.of(scope);
  if (stack instanceof ModuleStack) return stack;
  return fail("no-module", scope.node.path, "this works only inside the `build` of a definition");
}

export type { Blocks };
