/**
 * The bodies of the types of a provider, from a package of cdktf or cdktn.
 *
 * Its classes are generated from a schema. `synthesizeAttributes` and the function `xToTerraform` of each structure have one
 * line for each argument, which says how its value is mapped, and the interface in the declarations has what the schema
 * says of it:
 *
 *     a list or set of blocks      cdktf.listMapper(xToTerraform, true)
 *     a list or set of objects     cdktf.listMapper(xToTerraform, false)
 *     at most one block            xToTerraform, and "x block" as description
 *     an object                    xToTerraform, and any other description
 *     what the generator left out  cdktf.anyToTerraform
 */
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const KINDS = {
  TerraformResource: "resource",
  TerraformDataSource: "data",
  TerraformEphemeralResource: "ephemeral",
  TerraformProvider: "provider",
};

/** The folder of a package that is of no type. */
const NO_TYPE = "provider-functions";

/** @param folder of an unpacked package */
function packageSource(folder) {
  const { name, version, cdktf } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const provider = cdktf.provider.name.split("/").slice(-2).join("/").toLowerCase();
  const types = new Map();
  const lib = join(folder, "lib");
  for (const entry of readdirSync(lib, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    if (entry.name === NO_TYPE) continue;
    const [key, body] = readTypeFolder(join(lib, entry.name));
    if (types.has(key)) throw new Error(`${key} is in the package twice`);
    types.set(key, body);
  }
  return { provider, version: cdktf.provider.version, from: `${name} ${version}`, types };
}

/** @returns `resource aws_instance` and its body */
function readTypeFolder(folder) {
  return new TypeFolder(folder).read();
}

/** The files of one type: a large one has its structures in files of their own. */
class TypeFolder {
  #folder;
  #code;
  #declarations;
  #functions;
  #interfaces;
  #bodies = new Map();

  constructor(folder) {
    this.#folder = folder;
    const structs = join(folder, "index-structs");
    const files = existsSync(structs) ? readdirSync(structs) : [];
    const names = files.flatMap((name) => /^(structs\d+)\.js$/.exec(name)?.[1] ?? []);
    const paths = [join(folder, "index"), ...names.map((name) => join(structs, name))];
    const read = (ending) => paths.map((path) => readFileSync(`${path}.${ending}`, "utf8")).join("\n");
    this.#code = read("js");
    this.#declarations = read("d.ts");
    const functions = this.#code.matchAll(/^function (\w+)ToTerraform\(struct\) \{$([\s\S]*?)^\}$/gm);
    this.#functions = new Map([...functions].map(([, name, text]) => [name, text]));
    const interfaces = this.#declarations.matchAll(/^export interface (\w+)(?: extends [\w.]+)? \{$([\s\S]*?)^\}$/gm);
    this.#interfaces = new Map([...interfaces].map(([, name, text]) => [name, argumentsIn(text)]));
  }

  #fail(message) {
    throw new Error(`${this.#folder}: ${message}`);
  }

  read() {
    const [, base] =
      /^class \w+ extends cdkt[fn]\.(Terraform(?:Resource|DataSource|EphemeralResource|Provider)) \{$/m.exec(
        this.#code,
      ) ?? [];
    const type = /^(?: {4}static|\w+\.)\s*tfResourceType = "([\w-]+)";$/m.exec(this.#code)?.[1];
    const config = /^ {4}constructor\(scope: Construct, id: string, config\??: (\w+)\);$/m.exec(
      this.#declarations,
    )?.[1];
    const text = /^ {4}synthesizeAttributes\(\) \{$([\s\S]*?)^ {4}\}$/m.exec(this.#code)?.[1];
    if (type === undefined || config === undefined || text === undefined)
      this.#fail("there is no class of a type in it");
    const kind = KINDS[base];
    return [`${kind} ${kind === "provider" ? "" : type}`, this.#bodyOf(text, config, new Map())];
  }

  #bodyOf(text, owner, body) {
    const known = this.#interfaces.get(owner);
    if (known === undefined) this.#fail(`there is no interface ${owner}`);
    const returned = /^( *)return \{(?:\};$|$([\s\S]*?)^\1\};$)/m.exec(text);
    if (returned === null) this.#fail(`${owner}: it returns no object`);
    for (const line of (returned[2] ?? "").split("\n").filter((one) => one.trim() !== "")) {
      const [, name, value] = /^ *(\w+): (.*),$/.exec(line) ?? this.#fail(`${owner}: not understood: ${line.trim()}`);
      const mapper = mapperOf(value) ?? this.#fail(`${owner}: not understood: ${line.trim()}`);
      const argument = known.get(name) ?? this.#fail(`${owner}: nothing is said of ${name}`);
      const member = this.#memberOf(name, mapper, argument);
      if (member !== undefined) body.set(name, member);
    }
    return body;
  }

  /** Undefined for an attribute that takes no blocks. */
  #memberOf(name, { kind, isBlock, inner, struct }, argument) {
    const saysBlock = argument.description === `${name} block`;
    if (kind === "any") return { mark: "~", body: new Map() };
    if (kind === "struct") return saysBlock ? { mark: "", body: this.#structOf(struct) } : undefined;
    if (saysBlock !== (isBlock === true)) this.#fail(`${name}: whether it is a block is told in two ways`);
    if (kind !== "list" || inner.kind !== "struct") return undefined;
    if (isBlock) return { mark: "", body: this.#structOf(inner.struct) };
    return this.#haveOwnSchema(inner.struct, argument) ? undefined : { mark: "=", body: this.#structOf(inner.struct) };
  }

  #structOf(struct) {
    const known = this.#bodies.get(struct);
    if (known !== undefined) return known;
    const body = new Map();
    this.#bodies.set(struct, body);
    const text = this.#functions.get(struct);
    if (text === undefined) this.#fail(`there is no function ${struct}ToTerraform`);
    return this.#bodyOf(text, interfaceOf(struct), body);
  }

  /**
   * Of an attribute with attributes of its own Terraform takes no blocks. Of these the schema says which are required and what
   * they mean; in a type such as `["list", ["object", ...]]` all are as the attribute itself, without a word.
   */
  #haveOwnSchema(struct, argument) {
    const members = [...this.#interfaces.get(interfaceOf(struct)).values()];
    return members.some((one) => one.isOptional !== argument.isOptional || one.description !== "");
  }
}

const interfaceOf = (struct) => struct.charAt(0).toUpperCase() + struct.slice(1);

/** Name of the argument, which the link to its documentation ends with -> what is said of it. */
function argumentsIn(text) {
  const found = text.matchAll(
    /^ {4}\/\*\*$([\s\S]*?)Docs at Terraform Registry: \{@link \S+#(\w+) [\s\S]*?^ {4}\*\/$\s*^ {4}readonly \w+(\?)?: /gm,
  );
  return new Map(
    [...found].map(([, comment, name, optional]) => {
      const lines = comment.split("\n").map((line) => line.replace(/^ *\* ?/, ""));
      return [name, { description: lines.join("\n").trim(), isOptional: optional === "?" }];
    }),
  );
}

/** What maps a value: `cdktf.listMapper(cdktf.stringToTerraform, false)(this._names)`; some have a default, or are write-only. */
function mapperOf(value) {
  const inner = /^this\.markWriteOnlyAttribute\((.*)\)$/.exec(value)?.[1] ?? value;
  const found =
    /^(?:(?:this|struct)\.\w+ === undefined \? [^:]+ : )?(.*)\((?:this|struct)\.\w+(?:\.internalValue)?\)$/.exec(inner);
  return found === null ? undefined : mapperIn(found[1]);
}

/** `cdktf.listMapper(cdktf.stringToTerraform, false)` */
function mapperIn(text) {
  const simple = /^cdkt[fn]\.(string|number|boolean|any)ToTerraform$/.exec(text);
  if (simple !== null) return { kind: simple[1] === "any" ? "any" : "simple" };
  const list = /^cdkt[fn]\.listMapper\((.*), (true|false)\)$/.exec(text);
  if (list !== null) {
    const inner = mapperIn(list[1]);
    return inner && { kind: "list", isBlock: list[2] === "true", inner };
  }
  const map = /^cdkt[fn]\.hashMapper\((.*)\)$/.exec(text);
  if (map !== null) {
    const inner = mapperIn(map[1]);
    return inner && { kind: "map", inner };
  }
  const struct = /^(?:\(0, )?(?:\w+\.)?(\w+)ToTerraform\)?$/.exec(text);
  return struct === null ? undefined : { kind: "struct", struct: struct[1] };
}

module.exports = { packageSource, readTypeFolder };
