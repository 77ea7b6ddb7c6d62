/** `defineModule`, with which an author defines a module. */
import type { Construct } from "../cdk";
import { fail, Problems } from "../errors";
import type { ModuleModel } from "../render/model";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "../text/locale";
import { Memo } from "../text/memo";
import { buildModel } from "./build/build-model";
import type { Definition, Outputs, Variables } from "./dsl/definition";
import type { ByKind, KindsFor } from "./dsl/kinds";
import type { ExprOfVariable, InputFor, InputsOf } from "./dsl/types";
import { type Inlined, inlineModule, type OrToken } from "./inline/inline";
import { ModuleBlock, type ModuleBlockOptions } from "./inline/module-block";
import { checkInputs } from "./inline/read-inputs";
import { withoutCycle } from "./inline/without-cycle";

/** The inputs of a module. Any value may be a token of another resource. `K` is what the definition says of kinds. */
export type ModuleInputs<V, K = undefined> = ByKind<InputsOrTokens<V>, V, K>;

type InputsOrTokens<V> = {
  readonly [K in keyof InputsOf<V>]:
    | OrToken<InputsOf<V>[K]>
    | (K extends keyof V ? InputFor<ExprOfVariable<V[K]>> : never);
};

/** A module definition and what can be made of it. */
export interface Module<V extends Variables = Variables, O extends Outputs = Outputs, K = undefined> {
  readonly definition: Definition<V, O, K>;
  readonly name: string;
  /**
   * Runs `build` over references and gives the module as plain data, with its texts in one language, English by default.
   * @throws TfwrightError with all problems of the definition
   */
  generate(locale?: Locale): ModuleModel;
  /**
   * Puts the resources themselves into a CDKTF stack. The resource named `this` is called by the id, others
   * `<id>_<name>`; conditions and loops over values that are known at synthesis are evaluated now.
   * @throws TfwrightError with all that is wrong with the inputs
   */
  inline(scope: Construct, id: string, inputs: ModuleInputs<V, K>): Inlined<O>;
  /** Puts a `module` block into a CDKTF stack that calls the generated module. */
  module(scope: Construct, id: string, inputs: ModuleInputs<V, K> & ModuleBlockOptions): ModuleBlock<O>;
}

/** A module of any variables and outputs. */
// biome-ignore lint/suspicious/noExplicitAny: variables and outputs of any kind
export type AnyModule = Module<any, any, any>;

type GivenInputs = Readonly<Record<string, unknown>>;

const OPTIONS = ["source", "version", "providers", "dependsOn", "forEach", "count"];

/** Defines a Terraform module. */
export function defineModule<
  const V extends Variables,
  O extends Outputs,
  const K extends KindsFor<V> | undefined = undefined,
>(definition: Definition<V, O, K>): Module<V, O, K> {
  const definedAt = new Error();
  const plain = definition as unknown as Definition<Variables, Outputs>;
  const models = new Memo<Locale, ModuleModel>(LOCALES.length);
  const generate = (locale: Locale = DEFAULT_LOCALE) =>
    models.get(locale, () => withoutCycle(plain, () => buildModel(plain, { definedAt, locale })));
  return Object.freeze({
    definition,
    name: definition.name,
    generate,
    inline: (scope: Construct, id: string, inputs: unknown, ...more: readonly unknown[]) => {
      refuseMore(more, plain.name, "write MODULE.inline(stack, ID, { ...inputs })");
      return inlineModule<O>(plain, scope, id, inputs as GivenInputs);
    },
    module: (scope: Construct, id: string, given: unknown, ...more: readonly unknown[]) => {
      refuseMore(
        more,
        plain.name,
        "options stand among the inputs: MODULE.module(stack, ID, { ...inputs, providers: { ... } })",
      );
      const inputs = (given ?? {}) as GivenInputs;
      const variables = Object.fromEntries(Object.entries(inputs).filter(([name]) => !OPTIONS.includes(name)));
      const problems = new Problems();
      checkInputs(plain, variables, `${scope.node.path}/${id}`, problems);
      problems.throwIfAny();
      const isKept = ([name, value]: [string, unknown]) =>
        value !== undefined && (value !== null || plain.variables[name]?.options.nullable === true);
      const kept = Object.fromEntries(Object.entries(variables).filter(isKept));
      return new ModuleBlock<O>(scope, id, { model: generate(), options: inputs, variables: kept });
    },
  } satisfies Module<V, O, K>);
}

/** The compiler finds this too, where it looks. JavaScript would drop what is too much. */
function refuseMore(more: readonly unknown[], path: string, hint: string): void {
  if (more.length === 0) return;
  fail({
    code: "wrong-arguments",
    path,
    message: `three arguments are expected, but ${more.length + 3} were given`,
    hint,
  });
}
