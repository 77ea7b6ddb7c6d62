/**
 * The part of a module's README that `terraform-docs markdown table --output-file README.md` writes, byte for byte.
 *
 * Follows terraform-docs 0.20 with its default settings, for a folder that has no `.terraform.lock.hcl`, no comment right
 * above a block and no block comment at the top of main.tf.
 * @see https://github.com/terraform-docs/terraform-docs/tree/v0.20.0/format/templates
 */
import { compareBytes } from "../text/compare-bytes";
import { escapeName, fenceCode, renderDocsCell } from "./docs-cell";

/** What terraform-docs reads of a module folder. Lists may be in any order. */
export interface DocsInput {
  /** `required_version` as written; without it there is no row for Terraform. */
  readonly requiredVersion?: string;
  /** `required_providers`: local name, source, constraint. */
  readonly requiredProviders: readonly { readonly name: string; readonly source?: string; readonly version?: string }[];
  /**
   * Providers that resources and data sources of this folder use, those with an alias apart.
   * A provider of {@link resources} that has no entry here is taken to be used without an alias.
   */
  readonly usedProviders: readonly { readonly name: string; readonly alias?: string }[];
  /** `module` blocks; `source` as written, with its `?ref=`. */
  readonly modules: readonly { readonly name: string; readonly source: string; readonly version?: string }[];
  /** `resource` and `data` blocks; `provider` is the local name: that of the type's first word unless the block says. */
  readonly resources: readonly {
    readonly mode: "managed" | "data";
    readonly type: string;
    readonly name: string;
    readonly provider: string;
  }[];
  /**
   * `variable` blocks; `type` is the source text of the expression in variables.tf, maybe of several lines.
   * An input without `default` is required; `default.value` is plain JSON.
   */
  readonly inputs: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly default?: { readonly value: unknown };
  }[];
  /** `output` blocks. */
  readonly outputs: readonly { readonly name: string; readonly description?: string }[];
}

/** Renders the block from `<!-- BEGIN_TF_DOCS -->` to `<!-- END_TF_DOCS -->`, without a trailing newline. */
export function renderTerraformDocs(input: DocsInput): string {
  const sections = [
    renderSection("Requirements", "| Name | Version |\n|------|---------|", listRequirements(input)),
    renderSection("Providers", "| Name | Version |\n|------|---------|", listProviders(input)),
    renderSection("Modules", "| Name | Source | Version |\n|------|--------|---------|", listModules(input)),
    renderSection("Resources", "| Name | Type |\n|------|------|", listResources(input)),
    renderSection(
      "Inputs",
      "| Name | Description | Type | Default | Required |\n|------|-------------|------|---------|:--------:|",
      listInputs(input),
    ),
    renderSection("Outputs", "| Name | Description |\n|------|-------------|", listOutputs(input)),
  ];
  return `<!-- BEGIN_TF_DOCS -->\n${tidy(sections.join("\n\n"))}\n<!-- END_TF_DOCS -->`;
}

type TableRow = readonly string[];

function renderSection(title: string, head: string, rows: readonly TableRow[]): string {
  if (rows.length === 0) return `## ${title}\n\nNo ${title.toLowerCase()}.`;
  return `## ${title}\n\n${[head, ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n")}`;
}

function listRequirements({ requiredVersion, requiredProviders }: DocsInput): TableRow[] {
  const core = requiredVersion === undefined ? [] : [{ name: "terraform", version: requiredVersion }];
  const providers = sortBy(requiredProviders, ({ name }) => name);
  return [...core, ...providers].flatMap(({ name, version }) =>
    version === undefined ? [] : [[renderAnchor("requirement", name), readString(version) || "n/a"]],
  );
}

function listProviders({ requiredProviders, usedProviders, resources }: DocsInput): TableRow[] {
  const listed = new Set(usedProviders.map(({ name }) => name));
  const others = resources
    .map(({ provider }) => ({ name: provider, alias: "" }))
    .filter(({ name }) => !listed.has(name));
  const versions = new Map(requiredProviders.map(({ name, version }) => [name, version]));
  const used = new Map(
    [...usedProviders, ...others].map(({ name, alias = "" }) => [`${name}\0${alias}`, { name, alias }]),
  );
  return sortBy([...used], ([key]) => key).map(([, { name, alias }]) => [
    renderAnchor("provider", alias === "" ? name : `${name}.${alias}`),
    readString(versions.get(name)) || "n/a",
  ]);
}

function listModules({ modules }: DocsInput): TableRow[] {
  return sortBy(modules, ({ name }) => name).map((call) => {
    const { source, version } = splitRef(readString(call.source), readString(call.version));
    return [renderAnchor("module", call.name), source, version || "n/a"];
  });
}

/** Takes the last `?ref=` of a source as the version, unless there is one already or nothing follows. */
function splitRef(source: string, version: string): { source: string; version: string } {
  const start = source.lastIndexOf("?ref=");
  const ref = start < 0 ? "" : source.slice(start + "?ref=".length);
  return version !== "" || ref === "" ? { source, version } : { source: source.slice(0, start), version: ref };
}

function listResources({ resources, requiredProviders }: DocsInput): TableRow[] {
  const required = new Map(requiredProviders.map((provider) => [provider.name, provider]));
  const rows = resources.map(({ mode, type, name, provider }) => {
    const page = type.startsWith(`${provider}_`) ? type.slice(provider.length + 1) : type;
    const source = readString(required.get(provider)?.source) || `hashicorp/${provider}`;
    const version = selectVersion(readString(required.get(provider)?.version));
    const kind = mode === "managed" ? "resources" : "data-sources";
    const address = `${provider}_${page}.${name}`;
    const url = `https://registry.terraform.io/providers/${source}/${version}/docs/${kind}/${page}`;
    const hasHost = source.split("/").length > 2;
    return { mode, address, cell: hasHost ? address : `[${address}](${url})` };
  });
  const sorted = sortBy(rows, ({ address }) => address);
  const list = (wanted: "managed" | "data", label: string) =>
    sorted.filter(({ mode }) => mode === wanted).map(({ cell }) => [cell, label]);
  return [...list("managed", "resource"), ...list("data", "data source")];
}

/** Selects the version that the documentation link names: that of an exact pin, else `latest`. */
function selectVersion(constraint: string): string {
  const [operator = "", version, ...rest] = constraint.split(" ");
  if (version === undefined) {
    if (operator.startsWith("=")) return operator.slice(1);
    return /^[0-9]/.test(operator) ? operator : "latest";
  }
  return operator === "=" && rest.length === 0 ? version : "latest";
}

function listInputs({ inputs }: DocsInput): TableRow[] {
  return sortBy(inputs, ({ name }) => name).map((input) => [
    renderAnchor("input", input.name),
    renderDescription(input.description),
    renderDocsCell(fenceCode(input.type || inferType(input.default?.value))),
    input.default === undefined ? "n/a" : renderDocsCell(fenceCode(renderJson(input.default.value))),
    input.default === undefined ? "yes" : "no",
  ]);
}

/** Names the type of a variable that states none, as terraform-docs does: after the kind of its default. */
function inferType(value: unknown): string {
  if (value === null || value === undefined) return "any";
  if (Array.isArray(value)) return "list";
  if (typeof value === "boolean") return "bool";
  return typeof value === "object" ? "map" : typeof value;
}

function listOutputs({ outputs }: DocsInput): TableRow[] {
  return sortBy(outputs, ({ name }) => name).map(({ name, description }) => [
    renderAnchor("output", name),
    renderDescription(description),
  ]);
}

function renderDescription(description: string | undefined): string {
  return renderDocsCell(readString(description).replaceAll("\r\n", "\n"));
}

/** JSON as Go's encoder indents it: keys sorted, `-0` with its sign, U+2028 and U+2029 escaped. */
function renderJson(value: unknown, indent = ""): string {
  if (typeof value === "string") {
    const text = JSON.stringify(readString(value));
    return text.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  }
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = new Map(Object.entries(value).map(([key, item]) => [readString(key), renderJson(item, inner)]));
  const items = Array.isArray(value)
    ? [...entries.values()]
    : sortBy([...entries], ([key]) => key).map(([key, item]) => `${renderJson(key)}: ${item}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
}

/** A string as Terraform holds it once read: in Unicode normalisation form C. */
function readString(text: string | undefined): string {
  return (text ?? "").normalize("NFC");
}

function renderAnchor(kind: string, name: string): string {
  return `<a name="${kind}_${name}"></a> [${escapeName(name)}](#${kind}\\_${escapeName(name)})`;
}

/** Sorts by the UTF-8 bytes of the key; items of one key stay in their order. */
function sortBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => compareBytes(key(a), key(b)));
}

/** Removes the single trailing spaces and the blank lines that come from a type constraint of several lines. */
function tidy(text: string): string {
  return text
    .replace(/(?<! ) (\r?\n)/g, "$1")
    .replace(/(\r?\n) {2}(\r?\n)/g, "$1")
    .replace(/(\r?\n){3,}/g, "$1$1");
}
