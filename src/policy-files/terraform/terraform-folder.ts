/**
 * The files of one folder, which is one module to Terraform: their blocks, their locals, and who uses which document. Over 400 lines because
 * all of it reads and fills the same tables.
 */
import { type BlockSyntax, type BodySyntax, type HclReading, readHcl, type Syntax, walkSyntax } from "../../hcl/read";
import type { Locate } from "../../iam/document/elements";
import type { PolicyHolder, PolicyType } from "../../iam/document/policy";
import { Evaluator, type Scope } from "../../terraform/evaluator";
import { attachmentOf } from "../../terraform/iam-attachments";
import { ATTACHED_BY, holderByPlace, isOfOrganization, type PolicyBearer, typeByPlace } from "../../terraform/kinds";
import { readTerraformJson } from "../../terraform/terraform-json";
import { sourceText, unknownValue, type Value } from "../../terraform/value";
import { folderOf } from "../../text/folder-of";
import { LineIndex } from "../../text/line-index";
import { BoundaryUses } from "../boundary-uses";
import type { SourceProblem } from "../found";
import { comparedWithBoundary, isCalledBoundary } from "../named-boundary";
import { policyTarget } from "../policy-target";
import { looksLikePolicy } from "../policy-text";
import { typeByInput } from "../type-by-path";
import { folderFunctions } from "./folder-functions";
import { attributeOf } from "./hcl-arguments";
import { LocalReferences } from "./local-references";
import { withInputs } from "./terragrunt";

/** One file of the folder. */
export interface FolderFile {
  readonly path: string;
  readonly text: string;
  /** Where it starts among all files. */
  readonly base: number;
  readonly length: number;
  readonly body: BodySyntax;
  /** Only of HCL. */
  readonly reading?: HclReading;
  readonly scope: Scope;
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
}

/** A block and its file. */
interface PlacedBlock {
  readonly block: BlockSyntax;
  readonly file: FolderFile;
}

/** How a document, or a variable, is used: by what a policy is attached to, or in other documents. */
interface Usage {
  readonly types: ReadonlySet<PolicyType>;
  readonly holders: ReadonlySet<PolicyHolder>;
  readonly isPart: boolean;
  /** Whether it is an organization's policy, of a kind that only a plan can tell. */
  readonly isOpen: boolean;
  /** What the local or the input of a module that has it is called, which counts where nothing tells its type. */
  readonly byName?: PolicyType;
  /** On what it is set, where each use says it: see `attachedTo` of a document. */
  readonly targets: ReadonlySet<string | undefined>;
}

/** The same while the files are looked through. */
interface OpenUsage {
  readonly types: Set<PolicyType>;
  readonly holders: Set<PolicyHolder>;
  isPart: boolean;
  isOpen: boolean;
  byName?: PolicyType;
  readonly targets: Set<string | undefined>;
}

const noUsage = (): OpenUsage => ({
  types: new Set(),
  holders: new Set(),
  isPart: false,
  isOpen: false,
  targets: new Set(),
});

const NO_NAMES: ReadonlyMap<string, Value> = new Map();

export class TerraformFolder {
  readonly files: readonly FolderFile[];
  readonly problems: SourceProblem[] = [];
  readonly evaluator: Evaluator;
  /** With a slash at its end; empty where the command runs in it. */
  readonly path: string;
  /** Files that expressions read, by path; undefined where there is none. */
  readonly #dataFiles = new Map<string, FolderFile | undefined>();
  #missing: string | undefined;
  readonly #textOf: (path: string) => string | undefined;
  #end: number;
  readonly #locals = new Map<string, { node: Syntax; scope: Scope; value?: Value; open?: true }>();
  readonly #usages = new Map<string, OpenUsage>();
  readonly #parts = new Map<string, Set<string>>();
  readonly #boundaries = new BoundaryUses();
  readonly #documents = new Map<string, PlacedBlock>();

  constructor(
    texts: readonly (readonly [path: string, text: string])[],
    textOf: (path: string) => string | undefined,
    paths: () => readonly string[] = () => [],
  ) {
    let base = 0;
    this.files = texts.map(([path, text]) => {
      const file = this.#readFile(path, text, base);
      base += text.length + 1;
      return file;
    });
    this.#end = base;
    this.#textOf = textOf;
    const first = this.files[0]?.path ?? "";
    this.path = folderOf(first);
    this.evaluator = new Evaluator({
      local: (name) => this.#local(name),
      size: base,
      allowsPartialText: looksLikePolicy,
      fileFunctions: folderFunctions({
        folder: this.path,
        fileAt: (name) => this.dataFile(name),
        paths,
        evaluator: () => this.evaluator,
      }),
    });
    for (const file of this.files) this.#noteLocals(file);
    if (texts.some(([, text]) => /boundar/i.test(text))) this.#lookForBoundaries();
    const documents = this.#referencesTo(documentIn);
    for (const file of this.files) this.#noteDocuments(file);
    for (const file of this.files) this.#look(file, documents);
    this.#handDown();
  }

  #readFile(path: string, text: string, base: number): FolderFile {
    const common = { path, text, base, length: text.length, scope: { base, names: NO_NAMES } };
    if (path.endsWith(".json")) {
      const { body, problems } = readTerraformJson(text);
      for (const { code, message, hint, line, column } of problems) {
        this.problems.push({ code, message, hint, file: path, line, column });
      }
      const lines = new LineIndex(text);
      return { ...common, body, at: (offset) => lines.at(offset) };
    }
    const reading = readHcl(text);
    for (const { message, hint, line, column } of reading.problems) {
      this.problems.push({ code: "not-hcl", message, hint, file: path, line, column });
    }
    const body = path.endsWith(".hcl") ? withInputs(reading.body) : reading.body;
    return { ...common, body, reading, at: (offset) => reading.lines.at(offset) };
  }

  /** A file that an expression reads: its text is placed behind the others. */
  dataFile(path: string): FolderFile | undefined {
    const known = this.#dataFiles.get(path);
    if (known !== undefined) return known;
    const text = this.#dataFiles.has(path) ? undefined : this.#textOf(path);
    if (text === undefined) {
      this.#dataFiles.set(path, undefined);
      this.#missing = path;
      return undefined;
    }
    const base = this.#end;
    this.#end += text.length + 1;
    this.evaluator.addFile(text.length);
    const lines = new LineIndex(text);
    const scope = { base, names: NO_NAMES };
    const at = (offset: number) => lines.at(offset);
    const file = { path, text, base, length: text.length, body: [], scope, at };
    this.#dataFiles.set(path, file);
    return file;
  }

  /** The file that the expressions since the last call asked for, and that is not there; the last of several. */
  takeMissing(): string | undefined {
    const path = this.#missing;
    this.#missing = undefined;
    return path;
  }

  /** The files that expressions read, in the order in which they were read. */
  get dataFiles(): readonly FolderFile[] {
    return [...this.#dataFiles.values()].filter((file) => file !== undefined);
  }

  /** What is known of a local value; undefined if there is none of this name. */
  #local(name: string): Value | undefined {
    const local = this.#locals.get(name);
    if (local === undefined) return undefined;
    if (local.open) return unknownValue(`local.${name}`, local.scope.base + local.node.start, undefined);
    if (local.value === undefined) {
      local.open = true;
      local.value = this.evaluator.fold(local.node, local.scope);
      local.open = undefined;
    }
    return local.value;
  }

  #noteLocals({ body, scope }: FolderFile): void {
    for (const block of body) {
      if (block.kind !== "block" || block.type !== "locals") continue;
      for (const { name, value } of attributesOf(block.body)) this.#locals.set(name, { node: value, scope });
    }
  }

  #referencesTo(nameIn: (node: Syntax) => string | undefined): LocalReferences {
    return new LocalReferences(new Map([...this.#locals].map(([name, { node }]) => [name, node])), nameIn);
  }

  #lookForBoundaries(): void {
    const policies = this.#referencesTo(managedPolicyIn);
    const note = (value: Syntax, argument: string, forEach?: Syntax) => {
      for (const policy of policies.namesIn(value, forEach)) this.#boundaries.note(policy, argument);
    };
    for (const { body } of this.files) {
      for (const block of body) {
        if (block.kind !== "block" || block.type === "output") continue;
        // What an attachment takes its instances from is attached: `policy_arn = each.key`.
        const attachment = block.type === "resource" ? attachmentOf(block.labels[0] ?? "") : undefined;
        const { given, forEach } = namingArguments(block);
        for (const { name, value } of given)
          note(value, name === "for_each" ? (attachment?.policy ?? name) : name, forEach);
        for (const value of comparedWithBoundary(block.body)) note(value, "permissions_boundary");
      }
    }
  }

  /** What a block says of the kinds of its policies. */
  bearerOf(block: BlockSyntax, path: string): PolicyBearer {
    const { labels, body } = block;
    const [type = "", name = ""] = labels;
    if (block.type !== "resource") return { type: "" };
    if (type === "aws_iam_policy") {
      const called = isCalledBoundary(block, path) ? "called-so" : "not-called-so";
      return { type, isBoundary: this.#boundaries.isBoundary(`${type}.${name}`, called) };
    }
    if (!isOfOrganization(type)) return { type };
    const given = attributeOf(body, "type");
    if (given === undefined) return { type };
    return { type, organization: given.kind === "literal" ? String(given.value) : "unknown" };
  }

  #noteDocuments(file: FolderFile): void {
    for (const block of file.body) {
      if (block.kind !== "block" || block.type !== "data") continue;
      const [type, name = ""] = block.labels;
      if (type === "aws_iam_policy_document") this.#documents.set(name, { block, file });
    }
  }

  /** What a managed policy is that has a document: one that nothing attaches may be a boundary by the name of its document alone. */
  #bearerWith(document: string, bearer: PolicyBearer, policy: string): PolicyBearer {
    const placed = bearer.type === "aws_iam_policy" ? this.#documents.get(document) : undefined;
    if (placed === undefined || !isCalledBoundary(placed.block, placed.file.path)) return bearer;
    return { ...bearer, isBoundary: this.#boundaries.isBoundary(policy, "called-so") };
  }

  /** Notes where documents are used. */
  #look(file: FolderFile, documents: LocalReferences): void {
    for (const block of file.body) {
      if (block.kind !== "block") continue;
      const [type = "", name = ""] = block.labels;
      const isDocument = block.type === "data" && type === "aws_iam_policy_document";
      const bearer = this.bearerOf(block, file.path);
      const { given, forEach } = namingArguments(block);
      for (const { name: argument, value } of given) {
        for (const document of documents.namesIn(value, forEach)) {
          if (isDocument) this.#notePart(document, name);
          else {
            this.#noteUse(document, this.#bearerWith(document, bearer, `${type}.${name}`), argument);
            this.#usageFor(document).targets.add(this.targetOf(block, file.scope));
          }
        }
      }
    }
  }

  /** On what a block sets its policy: see `attachedTo` of a document. */
  targetOf({ type, labels, body }: BlockSyntax, scope: Scope): string | undefined {
    const [resource = ""] = labels;
    if (type !== "resource") return undefined;
    const textOf = (name: string) => {
      const node = attributeOf(body, name);
      return node === undefined ? undefined : sourceText(this.evaluator.fold(node, scope));
    };
    if (resource === "aws_vpc_endpoint_policy") {
      const endpoint = this.#endpointIn(textOf("vpc_endpoint_id"));
      return endpoint === undefined ? undefined : this.targetOf(endpoint.block, endpoint.file.scope);
    }
    const argument = ATTACHED_BY.get(resource);
    return argument === undefined ? policyTarget(resource, textOf) : textOf(argument);
  }

  /** The endpoint of the folder that a reference is to. */
  #endpointIn(text = ""): PlacedBlock | undefined {
    const name = /^\$\{aws_vpc_endpoint\.([\w-]+)(?:\[[^\]]*\])?\.id\}$/.exec(text)?.[1];
    if (name === undefined) return undefined;
    for (const file of this.files) {
      for (const block of file.body) {
        if (block.kind !== "block" || block.type !== "resource") continue;
        if (block.labels[0] === "aws_vpc_endpoint" && block.labels[1] === name) return { block, file };
      }
    }
    return undefined;
  }

  #noteUse(document: string, bearer: PolicyBearer, argument: string): void {
    const usage = this.#usageFor(document);
    const type = typeByPlace(bearer, argument);
    const holder = holderByPlace(bearer.type, argument);
    if (type !== undefined) usage.types.add(type);
    else if (bearer.type === "") usage.byName ??= typeByInput(argument);
    if (bearer.organization === "unknown") usage.isOpen = true;
    if (holder !== undefined) usage.holders.add(holder);
  }

  #usageFor(document: string): OpenUsage {
    const usage = this.#usages.get(document) ?? noUsage();
    this.#usages.set(document, usage);
    return usage;
  }

  #notePart(part: string, whole: string): void {
    this.#usageFor(part).isPart = true;
    this.#parts.set(whole, (this.#parts.get(whole) ?? new Set()).add(part));
  }

  /** What a document is, its parts are too. */
  #handDown(): void {
    const open = [...this.#parts.keys()];
    for (let whole = open.pop(); whole !== undefined; whole = open.pop()) {
      for (const part of this.#parts.get(whole) ?? []) {
        const usage = this.#usages.get(part);
        const given = this.#usages.get(whole);
        if (usage === undefined || given === undefined) continue;
        const before = usage.types.size + usage.holders.size;
        for (const type of given.types) usage.types.add(type);
        for (const holder of given.holders) usage.holders.add(holder);
        if (usage.types.size + usage.holders.size > before && this.#parts.has(part)) open.push(part);
      }
    }
  }

  /** How a document of the folder is used, or a variable by the name `var.NAME`. */
  usageOf(document: string): Usage {
    return this.#usages.get(document) ?? noUsage();
  }

  /** The documents that a document includes, and those that they include. */
  partsOf(document: string): readonly string[] {
    const found = new Set<string>();
    const open = [document];
    for (let whole = open.pop(); whole !== undefined; whole = open.pop()) {
      for (const part of this.#parts.get(whole) ?? []) {
        if (part === document || found.has(part)) continue;
        found.add(part);
        open.push(part);
      }
    }
    return [...found];
  }

  /** A policy document of the folder by its name, and the file that has it. */
  documentBlock(name: string): PlacedBlock | undefined {
    return this.#documents.get(name);
  }

  /** The file that contains an offset. */
  fileAt(offset: number): FolderFile | undefined {
    return this.dataFileAt(offset) ?? this.files.findLast(({ base }) => base <= offset);
  }

  /** The file that an expression reads and that contains an offset. */
  dataFileAt(offset: number): FolderFile | undefined {
    return this.dataFiles.findLast(({ base }) => base <= offset);
  }

  /** Finds places in one file, and in those from which its values come; what stands nowhere has the place of `home`. */
  locateIn(file: FolderFile, home: number): Locate {
    return (pointer, offset = home) => {
      if (isWithin(file, offset)) return { pointer, ...file.at(offset - file.base) };
      const other = this.fileAt(offset);
      if (other === undefined || !isWithin(other, offset)) return { pointer, ...file.at(home - file.base) };
      return { pointer, file: other.path, ...other.at(offset - other.base) };
    };
  }
}

function isWithin({ base, length }: FolderFile, offset: number): boolean {
  return offset >= base && offset <= base + length;
}

/** The attributes of a body and of its blocks; names of the latter have those of the blocks in front. */
export function attributesOf(body: BodySyntax): readonly { name: string; value: Syntax; start: number }[] {
  const found: { name: string; value: Syntax; start: number }[] = [];
  const open: { body: BodySyntax; prefix: string }[] = [{ body, prefix: "" }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of next.body) {
      if (item.kind === "attribute")
        found.push({ name: next.prefix + item.name, value: item.value, start: item.start });
      else
        open.push({ body: item.body, prefix: item.type === "content" ? next.prefix : `${next.prefix}${item.type}.` });
    }
  }
  return found;
}

/** The arguments of a block, and its `for_each`. This is none of them where they say what an instance has of it: `policy = each.value`. */
function namingArguments({ body }: BlockSyntax): {
  readonly given: ReturnType<typeof attributesOf>;
  readonly forEach: Syntax | undefined;
} {
  const given = attributesOf(body);
  const forEach = given.find(({ name }) => name === "for_each")?.value;
  const isFollowed = forEach !== undefined && given.some(({ value }) => namesEachValue(value));
  return { given: isFollowed ? given.filter(({ name }) => name !== "for_each") : given, forEach };
}

function namesEachValue(value: Syntax): boolean {
  let isNamed = false;
  walkSyntax(value, (node) => {
    if (node.kind === "attribute" && node.name === "value" && node.of.kind === "reference" && node.of.name === "each")
      isNamed = true;
  });
  return isNamed;
}

/** The name in `data.aws_iam_policy_document.NAME`, or the whole of `var.NAME`. */
export function documentIn(node: Syntax): string | undefined {
  if (node.kind === "attribute" && node.of.kind === "reference" && node.of.name === "var") return `var.${node.name}`;
  if (node.kind !== "attribute" || node.of.kind !== "attribute" || node.of.of.kind !== "reference") return undefined;
  return node.of.of.name === "data" && node.of.name === "aws_iam_policy_document" ? node.name : undefined;
}

/** `aws_iam_policy.NAME`, where an expression takes something of it. */
function managedPolicyIn(node: Syntax): string | undefined {
  if (node.kind !== "attribute" || node.of.kind !== "reference" || node.of.name !== "aws_iam_policy") return undefined;
  return `aws_iam_policy.${node.name}`;
}
