/** Source code that is copied into published bindings, because they do not depend on a package of tfwright. */

/** What a binding has only where an output needs it. */
export const ITEMS = `    const items = <T>(path: string, of: (path: string) => T): Items<T> =>
      Object.assign(token(path), { at: (key: string | number) => of(path + indexOf(key)) });
`;
/** Only where an output needs it. */
export const TEXTS = `    const texts = (path: string): Texts =>
      new Proxy(cdktf.Token.asStringMap(token(path)), {
        get: (map, name) => {
          const at = (key: string) => cdktf.Token.asString(token(path + indexOf(key)));
          if (name === "at") return at;
          return typeof name === "symbol" || name in map || NOT_KEYS.has(name) ? Reflect.get(map, name) : at(name);
        },
      }) as Texts;
`;
/** Only where an output needs it. */
export const ITEMS_TYPE = `
/** A list or map. \`at\` returns one of its elements. */
export type Items<T> = cdktf.IResolvable & { at(key: string | number): T };
`;
/** Only where an output needs it. */
export const TEXTS_TYPE = `
/** A map of strings by its keys. \`at\` takes any key, also the name of a property that every JavaScript object has. */
export type Texts = { [key: string]: string } & { at(key: string): string };

/** What JavaScript and cdktf look up on any object. */
const NOT_KEYS = new Set(["then", "toJSON", "length", "resolve", "creationStack", "fqn", "inspect"]);
`;

/** How keys and texts of a caller become Terraform's. */
export const KEYS_AND_TEXTS = `/** A key behind a reference: \`["key"]\`, \`[0]\`. */
function indexOf(key: string | number): string {
  if (typeof key === "number" && !cdktf.Token.isUnresolved(key)) return \`[\${key}]\`;
  const { fragments } = cdktf.Tokenization.reverseString(cdktf.Token.asString(key)) as unknown as Fragments;
  const [only] = fragments;
  if (only === undefined) return '[""]';
  if (only.type !== "literal" && fragments.length === 1) return \`[\${cdktf.Token.asString(cdktf.Fn.tostring(only.token))}]\`;
  return \`["\${joinParts(fragments, (text) => JSON.stringify(text).slice(1, -1))}"]\`;
}

interface Fragments {
  readonly fragments: readonly { readonly type: string; readonly lit?: string; readonly token?: cdktf.IResolvable }[];
}

/** Parts of a text: in literal ones \`\${\` and \`%{\` stay text, also where a hole follows a \`$\`. */
function joinParts(fragments: Fragments["fragments"], print: (text: string) => string = (text) => text): string {
  return fragments
    .map(({ type, lit, token }, index) => {
      if (type !== "literal") return cdktf.Token.asString(token);
      const text = print(String(lit)).replace(/[$%]{/g, (sign) => sign.charAt(0) + sign);
      return index + 1 < fragments.length ? text.replace(/[$%]$/, (sign) => \`\\\${"\${sign}"}\`) : text;
    })
    .join("");
}

/** Texts in which \`\${\` and \`%{\` stay text; tokens stay what they are. */
function escapeTexts(value: unknown): unknown {
  if (typeof value === "string") {
    const { fragments } = cdktf.Tokenization.reverseString(value) as unknown as Fragments;
    return joinParts(fragments);
  }
  if (typeof value !== "object" || value === null || cdktf.Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map(escapeTexts);
  const fields: { [name: string]: unknown } = {};
  for (const [name, item] of Object.entries(value)) fields[String(escapeTexts(name))] = escapeTexts(item);
  return fields;
}
`;
