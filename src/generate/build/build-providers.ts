/** Exactly the providers that a module uses, its own and those of the modules that it calls. */
import type { Problems } from "../../errors";
import type { ProviderModel } from "../../render/model";
import { fullSource } from "../../terraform/schema/provider-source";
import { allowsVersion, readConstraint } from "../../terraform/version-constraint";
import type { Definition, Outputs, ProviderRequirement, Variables } from "../dsl/definition";
import { type ElementPart, isElement, type ModuleBuilder, type ModulePart } from "../dsl/module-builder";
import type { SchemaOrigin } from "../dsl/resource-type";
import { sourceOfClass } from "./class-source";

/** Terraform's own provider has no address in a registry. */
const BUILT_IN: ProviderRequirement = { source: "terraform.io/builtin/terraform" };

/**
 * The providers of a module, sorted by name.
 *
 * @param functionsOf a called function by the name of its provider
 */
export function buildProviders(
  definition: Definition<Variables, Outputs>,
  builder: ModuleBuilder,
  { functionsOf, problems }: { readonly functionsOf: ReadonlyMap<string, string>; readonly problems: Problems },
): readonly ProviderModel[] {
  const elements = builder.parts.filter(isElement);
  const calls = builder.parts.filter((part): part is ModulePart => part.kind === "module");
  const handedOn = calls.flatMap((call) => Object.values(call.providers));
  checkAliases(definition, elements, problems);
  checkOrigins(definition, elements, problems);
  warnOfOlderBounds(definition, elements, builder.warnings);

  const used = new Set([
    ...elements.map((part) => part.provider),
    ...handedOn.map((value) => value.split(".")[0] as string),
    ...calls.flatMap((call) => (call.called?.providers ?? []).map(({ name }) => name)),
  ]);
  used.delete("terraform");
  for (const name of functionsOf.keys()) used.add(name);
  return [...used].sort().flatMap((name) => {
    const own = definition.providers?.[name] ?? (name === "terraform" ? BUILT_IN : undefined);
    const called = calls.flatMap((call) =>
      (call.called?.providers ?? []).flatMap((provider) => (provider.name === name ? [{ provider, call }] : [])),
    );
    const source = own?.source ?? called[0]?.provider.source;
    if (source === undefined) {
      const first = elements.find((part) => part.provider === name);
      const user = first !== undefined ? `${first.type}.${first.name}` : (functionsOf.get(name) ?? "a module call");
      problems.add({
        code: "provider-not-declared",
        path: `${definition.name}.providers.${name}`,
        message: `${user} needs the provider \`${name}\`, which the definition does not declare`,
        hint: hintFor(name, first),
      });
      return [];
    }
    const use: ProviderUse = { module: definition.name, name, source, own, called };
    if (own !== undefined) checkSource(use, problems);
    checkSameSource(use, problems);
    const version = versionOf(use, problems);
    const aliases = [...declaredAliases(use, problems), ...handedOn.filter((value) => value.startsWith(`${name}.`))];
    return [{ name, source, ...(version !== undefined && { version }), aliases: [...new Set(aliases)] }];
  });
}

/** A provider that a module uses. */
interface ProviderUse {
  readonly module: string;
  readonly name: string;
  readonly source: string;
  /** What the definition says of it. */
  readonly own: ProviderRequirement | undefined;
  /** What the called modules say of it. */
  readonly called: readonly { readonly provider: ProviderModel; readonly call: ModulePart }[];
}

function checkSameSource({ module, name, source, called }: ProviderUse, problems: Problems): void {
  for (const { provider, call } of called) {
    if (fullSource(provider.source) === fullSource(source)) continue;
    problems.add({
      code: "provider-differs",
      path: `${module}.module.${call.name}`,
      message: `\`${name}\` is ${source} here, but ${provider.source} in ${call.called?.name}`,
      hint: "give one of the two providers another local name",
    });
  }
}

/**
 * `hashicorp/aws`, with the host of a registry before it or without the namespace.
 *
 * @see https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses
 */
const SOURCE = /^(?:(?:[\p{L}\d.-]+(?::\d+)?\/)?[\p{L}\d_-]+\/)?[\p{L}\d_-]+$/u;

function checkSource({ module, name, source }: ProviderUse, problems: Problems): void {
  if (typeof source === "string" && SOURCE.test(source)) return;
  problems.add({
    code: "bad-source",
    path: `${module}.providers.${name}`,
    message: `${JSON.stringify(source)} is no source of a provider`,
    hint: 'write its address in the registry: "hashicorp/aws", or with the host of another registry "example.com/acme/cloud"',
  });
}

/** The constraint of the module and of all modules that it calls. */
function versionOf({ module, name, own, called }: ProviderUse, problems: Problems): string | undefined {
  const version = mergeVersions([own?.version, ...called.map(({ provider }) => provider.version)]);
  if (version !== undefined && readConstraint(version)?.isEmpty !== false)
    problems.add({
      code: "bad-version",
      path: `${module}.providers.${name}`,
      message: `no version of \`${name}\` meets ${JSON.stringify(version)}`,
      hint:
        called.length === 0
          ? 'write a lower bound: ">= 6.0"'
          : "the constraints of this module and of the modules that it calls contradict each other",
    });
  return version;
}

function declaredAliases({ module, name, own }: ProviderUse, problems: Problems): readonly string[] {
  const aliases: unknown = own?.configurationAliases ?? [];
  if (Array.isArray(aliases)) return aliases;
  problems.add({
    code: "bad-definition",
    path: `${module}.providers.${name}`,
    message: "`configurationAliases` must be a list of names",
    hint: `configurationAliases: ["${name}.west"]`,
  });
  return [];
}

/** Providers of HashiCorp. The namespace of any other is not in the name of a resource. */
const OF_HASHICORP = new Set(
  "archive aws awscc azuread azurerm cloudinit consul dns external google google-beta helm http kubernetes local nomad null random tfe time tls vault".split(
    " ",
  ),
);

function hintFor(name: string, first: ElementPart | undefined): string {
  const source = (first && sourceOfClass(first)) ?? (OF_HASHICORP.has(name) ? `hashicorp/${name}` : undefined);
  const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
  const hint = `providers: { ${key}: { source: "${source ?? `NAMESPACE/${name}`}", version: ">= ..." } }`;
  return source === undefined ? `${hint}; NAMESPACE is in the address of the provider's page in the registry` : hint;
}

function checkAliases(
  definition: Definition<Variables, Outputs>,
  elements: readonly ElementPart[],
  problems: Problems,
): void {
  const declared: readonly ProviderRequirement[] = Object.values(definition.providers ?? {});
  const aliases = declared.flatMap((one) => one.configurationAliases ?? []);
  for (const part of elements) {
    // Without a dot it is a provider's local name.
    if (part.alias?.includes(".") !== true || aliases.includes(part.alias)) continue;
    problems.add({
      code: "alias-not-declared",
      path: `${definition.name}.${part.type}.${part.name}`,
      message: `the provider configuration \`${part.alias}\` is not declared`,
      hint: `providers: { ${part.provider}: { ..., configurationAliases: ["${part.alias}"] } }`,
    });
  }
}

/** A class that was made from a schema is of one version of one provider. */
function checkOrigins(
  { name, providers = {} }: Definition<Variables, Outputs>,
  elements: readonly ElementPart[],
  problems: Problems,
): void {
  const told = new Set<string>();
  for (const part of elements) {
    const { schemaOrigin: origin } = part.construct.constructor as { readonly schemaOrigin?: SchemaOrigin };
    const declared: ProviderRequirement | undefined = providers[part.provider];
    const key = `${part.provider} ${origin?.source} ${origin?.version}`;
    if (origin === undefined || declared === undefined || told.has(key)) continue;
    told.add(key);
    const path = `${name}.providers.${part.provider}`;
    if (fullSource(declared.source) !== fullSource(origin.source))
      problems.add({
        code: "schema-of-other-provider",
        path,
        message: `\`${part.provider}\` is ${declared.source}, but the schema of ${part.type} is that of ${origin.source}`,
        hint: `run \`tfwright provider ${declared.source} ${part.type}\`, or correct the source`,
      });
    else if (declared.version !== undefined && allowsVersion(declared.version, origin.version) === false)
      problems.add({
        code: "schema-of-other-version",
        path,
        message: `the definition allows ${origin.source} ${declared.version}, but the schema of ${part.type} is that of ${origin.version}`,
        hint: `run \`tfwright provider ${origin.source} ${part.type} --version VERSION\` with a version that is allowed, or change the bound`,
      });
  }
}

/** A class of a package has arguments that an older provider may not have. Those of a newer one it can only lack. */
function warnOfOlderBounds(
  { name, providers = {} }: Definition<Variables, Outputs>,
  elements: readonly ElementPart[],
  warnings: Problems,
): void {
  const told = new Set<string>();
  for (const { construct, provider, type } of elements) {
    const { providerVersion } =
      (construct as { readonly terraformGeneratorMetadata?: { readonly providerVersion?: string } })
        .terraformGeneratorMetadata ?? {};
    const declared: ProviderRequirement | undefined = providers[provider];
    if (providerVersion === undefined || declared?.version === undefined || told.has(provider)) continue;
    if (readConstraint(`${declared.version}, >= ${providerVersion}`)?.isEmpty !== true) continue;
    if (readConstraint(declared.version)?.isEmpty !== false) continue;
    told.add(provider);
    warnings.add({
      code: "class-of-newer-version",
      path: `${name}.providers.${provider}`,
      message: `the definition allows ${declared.source} ${declared.version}, but the class of ${type} is that of ${providerVersion}: it may have arguments that there are not`,
      hint: `install the package of the provider's classes for a version that is allowed, or write version: ">= ${majorOf(providerVersion)}.0"`,
    });
  }
}

function majorOf(version: string): string {
  return version.split(".")[0] ?? version;
}

/** Merges version constraints: of the lower bounds the highest is kept, and all other forms are added. */
function mergeVersions(given: readonly (string | undefined)[]): string | undefined {
  const all = [...new Set(given.filter((one) => one !== undefined))];
  const bounds = all.filter((one) => /^>=\s*\d+(\.\d+)*$/.test(one));
  // The highest holds the others: beside it each of them leaves something over.
  const highest = bounds.find((one) => bounds.every((other) => isCovered(other, one)));
  const merged = [...(highest === undefined ? [] : [highest]), ...all.filter((one) => !bounds.includes(one))];
  return merged.length === 0 ? undefined : merged.join(", ");
}

/** Whether all that one lower bound allows is allowed by the other. */
function isCovered(other: string, one: string): boolean {
  return readConstraint(`${other}, ${one.replace(">=", "<=")}`)?.isEmpty === false;
}
