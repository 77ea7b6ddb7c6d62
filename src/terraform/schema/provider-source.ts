/** The address of a provider: `hashicorp/aws`, or with its host `registry.terraform.io/hashicorp/aws`. */

const HOST = "registry.terraform.io";

/** The parts of a provider's address. */
interface ProviderSource {
  readonly host: string;
  readonly namespace: string;
  readonly name: string;
}

/** Undefined where a text is no address of a provider: an address has two or three parts, and a legacy name one. */
export function readProviderSource(text: string): ProviderSource | undefined {
  const parts = text.split("/");
  if (parts.length > 3 || !parts.every((part) => /^[A-Za-z0-9][\w.-]*(?::\d+)?$/.test(part))) return undefined;
  const [name = "", namespace = "hashicorp", host = HOST] = parts.reverse();
  return { host, namespace, name };
}

/** With the host that is meant where none is named. */
export function fullSource(text: string): string {
  const source = readProviderSource(text);
  return source === undefined ? text : `${source.host}/${source.namespace}/${source.name}`.toLowerCase();
}

/** As people write it in `required_providers`: without the host of Terraform's own registry. */
export function shortSource(text: string): string {
  const source = readProviderSource(text);
  if (source === undefined) return text;
  const isUsual = source.host === HOST || source.host === "registry.opentofu.org";
  return isUsual ? `${source.namespace}/${source.name}` : fullSource(text);
}

/** The name by which a configuration calls the provider of a type where nothing else is said: the first word of the type. */
export function providerNameOf(type: string): string {
  return type.slice(0, `${type}_`.indexOf("_"));
}

/**
 * The address of a provider among others. Where a source names no host, that of OpenTofu's registry is meant as well: the
 * provider is the same.
 */
export function findAddress(source: string, addresses: readonly string[]): string | undefined {
  const wanted = fullSource(source);
  if (addresses.includes(wanted)) return wanted;
  if (source.split("/").length === 3) return undefined;
  const end = wanted.slice(wanted.indexOf("/"));
  return addresses.find((address) => address.endsWith(end));
}
