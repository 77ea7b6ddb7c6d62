/** The source of the provider that a resource's class was made for, as far as the class or its package tells it. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { shortSource } from "../../terraform/schema/provider-source";
import type { ElementPart } from "../dsl/module-builder";
import type { SchemaOrigin } from "../dsl/resource-type";

/** Where the compiler of CDKTF's packages notes the name of a class: `@cdktf/provider-aws.glueJob.GlueJob`. */
const JSII = Symbol.for("jsii.rtti");

/** `hetznercloud/hcloud`; undefined for a class that does not tell it, such as one that `cdktf get` has written. */
export function sourceOfClass({ construct }: Pick<ElementPart, "construct">): string | undefined {
  const made = construct.constructor as {
    readonly schemaOrigin?: SchemaOrigin;
    readonly [JSII]?: { readonly fqn?: string };
  };
  if (made.schemaOrigin !== undefined) return shortSource(made.schemaOrigin.source);
  const name = /^(@[^/]+\/[^.]+|[^.@/]+)[.]/.exec(made[JSII]?.fqn ?? "")?.[1];
  return name === undefined ? undefined : sourceOfPackage(name);
}

/** A package of CDKTF's names its provider in its `package.json`. It stands in the folder of the definitions, or beside this package. */
function sourceOfPackage(name: string): string | undefined {
  for (const from of [join(process.cwd(), "package.json"), __filename]) {
    try {
      const { cdktf } = createRequire(from)(`${name}/package.json`) as CdktfPackage;
      if (typeof cdktf?.provider?.name === "string") return shortSource(cdktf.provider.name);
    } catch {
      // It cannot be found from there, or does not let its package.json be read.
    }
  }
  return undefined;
}

interface CdktfPackage {
  readonly cdktf?: { readonly provider?: { readonly name?: unknown } };
}
