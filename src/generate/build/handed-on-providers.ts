/** Which providers a call hands on by name, so that no provider is required that the module does not use. */
import type { ProviderModel } from "../../render/model";
import { isElement, type ModuleBuilder } from "../dsl/module-builder";

/**
 * The configurations of a provider that a call hands on: its aliases, else the one without an alias.
 *
 * A module that only calls others must still require their providers, because a caller may hand it another configuration.
 * Linters take such a requirement for unused if no block names the provider.
 */
export function handedOnAs({ name, aliases }: ProviderModel): readonly string[] {
  if (name === "terraform") return [];
  return aliases.length > 0 ? aliases : [name];
}

/** The providers that a resource, a data source or a call already names. */
export function namedProviders(builder: ModuleBuilder): ReadonlySet<string> {
  return new Set(
    builder.parts.flatMap((part) => {
      if (isElement(part)) return [part.provider];
      return part.kind === "module" ? Object.values(part.providers).map((value) => value.split(".")[0] as string) : [];
    }),
  );
}
