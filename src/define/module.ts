/** `defineModule`: the only thing an author writes. */
import { buildModel } from "./build-model";
import type { Definition, Outputs, Variables } from "./definition";
import type { ModuleModel } from "./model";

/** A module definition and what can be made of it. */
export interface Module<V extends Variables = Variables, O extends Outputs = Outputs> {
  readonly definition: Definition<V, O>;
  readonly name: string;
  /**
   * Runs `build` over references and gives the module as plain data.
   * @throws TfwrightError with all problems of the definition
   */
  generate(): ModuleModel;
}

/** A module of any variables and outputs. */
// biome-ignore lint/suspicious/noExplicitAny: variables and outputs of any kind
export type AnyModule = Module<any, any>;

/** Defines a Terraform module. */
export function defineModule<const V extends Variables, O extends Outputs>(definition: Definition<V, O>): Module<V, O> {
  return Object.freeze({
    definition,
    name: definition.name,
    generate: () => buildModel(definition as unknown as Definition<Variables, Outputs>),
  });
}
