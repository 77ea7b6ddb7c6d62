/** Policies in Terraform files. Over 400 lines because each place of a policy in a configuration is met in one walk over it. */

import type { BlockSyntax, Syntax } from "../../hcl/read";
import type { Locate } from "../../iam/document/elements";
import { guessTypeByName } from "../../iam/document/guess-type";
import type { PolicyDocument, PolicyHolder, PolicyType } from "../../iam/document/policy";
import type { Scope } from "../../terraform/evaluator";
import { managedPolicyUse } from "../../terraform/iam-attachments";
import {
  holderByPlace,
  isOtherCloud,
  isOtherKind,
  organizationKind,
  strictest,
  typeByPlace,
} from "../../terraform/kinds";
import {
  entryOf,
  itemsOf,
  type ObjectValue,
  sourceText,
  type TextValue,
  tokenContent,
  type Value,
} from "../../terraform/value";
import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { folderOf } from "../../text/folder-of";
import { getOrInsert, groupBy } from "../../text/group-by";
import { hasSources, OVERRIDES, policyOfArguments, SOURCES } from "../document-arguments";
import type { SourcePolicy, SourcePrincipal, SourceProblem, SourceReading } from "../found";
import { isCalledBoundary } from "../named-boundary";
import { permissionSource, policyOfPermission } from "../permissions/policy-of-permission";
import { documentOf, documentOfArguments, pointerOnly, policyIn } from "../policy-node";
import { looksLikePolicy, readPolicyJson } from "../policy-text";
import { readHclSuppressions, readSuppressions } from "../read-suppressions";
import { roleName, type SourceRole, trustedServices } from "../role-trust";
import { policyOfStatementArguments } from "../statements-of-arguments";
import { typeByInput } from "../type-by-path";
import { AttachedInFolder, type AttachingArgument } from "./attached-in-folder";
import { pathOfCall, renderTemplate } from "./folder-functions";
import { type FoldedArgument, FolderPrincipals, type ReadBlock, tellsPrincipals } from "./folder-principals";
import { type BlockInstance, forEachInstances } from "./for-each-instances";
import { attributeIn, attributeOf, HclArguments } from "./hcl-arguments";
import { attributesOf, documentIn, type FolderFile, TerraformFolder } from "./terraform-folder";
import { INPUTS } from "./terragrunt";

export interface TerraformOptions {
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
  /** The text of another file, for `file` and `templatefile`; the path is named as those of the files are. @default there is none */
  readonly textOf?: (path: string) => string | undefined;
  /** The paths of the other files, for `fileset`. @default none is known */
  readonly paths?: () => readonly string[];
  /** Whether the default of a variable is what a policy is made from. The folder has a slash at its end. @default never */
  readonly defaultCounts?: (folder: string, variable: string) => boolean;
}

/**
 * The policies in the files of Terraform or OpenTofu, each folder a module of its own: `jsonencode`, heredocs and strings
 * of JSON in any argument, and `aws_iam_policy_document`. What only a plan can know stands in them as `${...}`.
 */
export function policiesInTerraform(files: ReadonlyMap<string, string>, options: TerraformOptions = {}): SourceReading {
  checkArgument(files, "map", "policiesInTerraform(files)");
  checkOptions(
    options,
    {
      type: "text",
      textOf: "function",
      paths: "function",
      defaultCounts: "function",
    } satisfies OptionKinds<TerraformOptions>,
    { place: "policiesInTerraform(options)" },
  );
  // A file of Terragrunt is no part of the module that stands beside it.
  const folders = groupBy(files, ([path]) => (path.endsWith(".hcl") ? path : folderOf(path)));
  const readings = [...folders.values()].map((texts) => new FolderReader(texts, options).read());
  return {
    policies: readings.flatMap(({ policies }) => policies),
    problems: readings.flatMap(({ problems }) => problems),
    suppressions: readings.flatMap(({ suppressions }) => suppressions),
    unread: readings.flatMap(({ unread }) => unread),
    roles: readings.flatMap(({ roles }) => roles),
    principals: readings.flatMap(({ principals }) => principals),
    attached: readings.flatMap(({ attached }) => attached),
  };
}

/**
 * The policies of a template that Terraform files of another folder may render, by `templatefile` with a path that is not known. All of
 * its variables are unknown.
 */
export function policiesInTemplateFile(path: string, text: string, { type }: TerraformOptions = {}): SourceReading {
  return new FolderReader([], { type, textOf: () => text }).readTemplate(path);
}

/** Where a policy was found. */
interface ArgumentPlace {
  readonly file: FolderFile;
  /** Offset of the argument or the block. */
  readonly at: number;
  readonly address?: string;
  readonly argument?: string;
  readonly type?: PolicyType;
  readonly holder?: PolicyHolder;
  /** Of an `aws_iam_policy_document`: whether others add statements to it. */
  readonly partial?: boolean;
  /** Whether it is put into an `aws_iam_policy_document`, as a text. */
  readonly isPart?: true;
  /** Whether it is an organization's policy, of a kind that only a plan can tell. */
  readonly isOpen?: boolean;
  /** What its name says, which counts where no use of it tells a type. */
  readonly byName?: PolicyType;
  /** The instance of a block with `for_each`: its policies stand at the same place as those of the others. */
  readonly round?: string;
  /** Whether it is an input of a module, which may make a policy of the statements in it. */
  readonly isInput?: boolean;
  /** Whether it is made of statements of which nobody knows how many come into one policy. */
  readonly isFragment?: true;
  /** What it is made of, where that is a permission. */
  readonly permission?: SourcePolicy["permission"];
  /** The variable whose default it is. */
  readonly variable?: string;
  /** On what it is set: see `attachedTo` of a document. */
  readonly attachedTo?: string;
  /** Whether `bypass_policy_lockout_safety_check` is set beside it. */
  readonly skipsLockoutCheck?: true;
  /** The file that its expression reads, and that is not there. */
  readonly missing?: string;
}

/** hashicorp/aws, `aws_kms_key`: `bypass_policy_lockout_safety_check` makes AWS take a policy that nobody can change. */
function skipsLockoutCheck({ body }: BlockSyntax): boolean {
  const given = attributeOf(body, "bypass_policy_lockout_safety_check");
  return given !== undefined && !(given.kind === "literal" && given.value === false);
}

/** Names of documents for VPC endpoints, which modules take as their inputs. */
const ENDPOINT = /(?:^|[_-])(?:vpce|endpoints?)(?:[_-]|$)/i;

/** An argument of a block that may name managed policies; of a module nothing tells how it uses them. */
interface NotedArgument {
  readonly use: AttachingArgument["use"] | undefined;
  readonly block: BlockSyntax;
  readonly argument: string;
  readonly place: { readonly at: number; readonly address: string };
  readonly file: FolderFile;
  readonly scope: Scope;
}

function suppressionsOfYaml({ path, text }: FolderFile) {
  const { readYaml } = require("../../yaml/read-yaml") as typeof import("../../yaml/read-yaml");
  return readSuppressions(readYaml(text).blocks, path);
}

/** How the unknown value of a template begins, and the words for it. */
const DIRECTIVE = "%{...}";
const WORDS: readonly (readonly [start: string, words: string])[] = [
  ["templatefile(", "`templatefile`"],
  ["file(", "`file`"],
  [DIRECTIVE, "`%{ if }` or `%{ for }`"],
];

/** Blocks whose arguments may hold policies; a provider has one for the sessions of the role that it assumes. */
const HOLDERS = ["resource", "data", "module", "locals", "ephemeral", "provider", INPUTS];

/** Of a document that has several uses, the kind that says most: what grants stands before what limits. */
const BY_WEIGHT: readonly PolicyType[] = [
  "trust",
  "resource",
  "identity",
  "permission-set",
  "vpc-endpoint",
  "rcp",
  "scp",
  "boundary",
  "session",
];

/** Lists and objects of an argument are searched so deep. */
const DEEPEST = 6;

/** The key of a policy by its place; the instances of a block with `for_each` have policies of their own at the same place. */
function keyOf(at: number | undefined, { round = "" }: Partial<ArgumentPlace>): string {
  return `${at} ${round}`;
}

class FolderReader {
  readonly #options: TerraformOptions;
  readonly #folder: TerraformFolder;
  readonly #policies: SourcePolicy[] = [];
  readonly #problems: SourceProblem[] = [];
  readonly #unread: SourceProblem[] = [];
  readonly #roles: SourceRole[] = [];
  readonly #seen = new Set<string>();
  readonly #attached = new AttachedInFolder();
  readonly #iamBlocks: ReadBlock[] = [];
  /** Policies by the key of their place, for those who refer to them. */
  readonly #byKey = new Map<string, SourcePolicy>();
  /** Keys of the policies of the argument that is read. */
  #keys: string[] = [];

  constructor(texts: readonly (readonly [string, string])[], options: TerraformOptions) {
    this.#options = options;
    this.#folder = new TerraformFolder(texts, options.textOf ?? (() => undefined), options.paths);
  }

  /** The policies of one template. */
  readTemplate(path: string): SourceReading {
    const file = this.#folder.dataFile(path);
    const value = renderTemplate(file, undefined, this.#folder.evaluator);
    if (file !== undefined && value !== undefined) this.#search(value, { file, at: file.base }, 0);
    return this.read();
  }

  read(): SourceReading {
    const blocks = this.#folder.files.flatMap((file) =>
      file.body.flatMap((item) => (item.kind === "block" ? [{ block: item, file }] : [])),
    );
    // A policy in a local is read where it is used, which says its type. Locals come last, for those that nothing uses.
    for (const { block, file } of blocks) if (block.type !== "locals") this.#readBlock(block, file);
    for (const { block, file } of blocks) if (block.type === "locals") this.#readBlock(block, file);
    const silent = [
      ...this.#folder.files.flatMap(({ reading, path }) => (reading ? [readHclSuppressions(reading, path)] : [])),
      ...this.#folder.dataFiles.filter(({ path }) => /\.ya?ml$/.test(path)).map(suppressionsOfYaml),
    ];
    return {
      policies: this.#policies,
      problems: [...this.#folder.problems, ...this.#problems, ...silent.flatMap(({ problems }) => problems)],
      suppressions: silent.flatMap(({ suppressions }) => suppressions),
      unread: this.#unread,
      roles: this.#roles,
      principals: this.#principals(),
      attached: this.#attached.resolve(this.#iamBlocks),
    };
  }

  #principals(): readonly SourcePrincipal[] {
    if (this.#iamBlocks.length === 0) return [];
    return new FolderPrincipals(this.#iamBlocks, {
      byKey: this.#byKey,
      ofDocument: (name) => this.#policiesOfDocument(name),
    }).all;
  }

  /** A document and those that it includes; undefined if one of them has instances, or was not read. */
  #policiesOfDocument(name: string): readonly SourcePolicy[] | undefined {
    const names = [name, ...this.#folder.partsOf(name)];
    const found = names.map((one) =>
      this.#policies.filter(({ address }) => address === `data.aws_iam_policy_document.${one}`),
    );
    // Its texts have their argument.
    const isOne = (some: readonly SourcePolicy[]) => some.filter(({ argument }) => argument === undefined).length === 1;
    return found.every(isOne) ? found.flat() : undefined;
  }

  #readBlock(block: BlockSyntax, file: FolderFile): void {
    if (block.type === "variable") this.#readDefault(block, file);
    if (!HOLDERS.includes(block.type)) return;
    const instances = forEachInstances(block, file.scope, this.#folder.evaluator);
    for (const instance of instances) this.#readInstance(block, file, instance);
  }

  /** One of the instances that a block makes with `for_each`; the only one without. */
  #readInstance(block: BlockSyntax, file: FolderFile, { scope, round }: BlockInstance): void {
    const [type = "", name = ""] = block.labels;
    const at = file.base + block.start;
    if (block.type === "resource" && type === "aws_iam_role") this.#noteRole(block, file);
    if (block.type === "data" && type === "aws_iam_policy_document") {
      const document = new HclArguments(block, scope, this.#folder.evaluator);
      const endpoint = ENDPOINT.test(name) ? "vpc-endpoint" : undefined;
      const byName = isCalledBoundary(block, file.path) ? "boundary" : endpoint;
      this.#readDocument(document, name, { file, at, address: `data.${type}.${name}`, round, byName });
      return;
    }
    const permission = block.type === "resource" ? permissionSource(type) : undefined;
    if (permission !== undefined) {
      const policy = policyOfPermission(permission, new HclArguments(block, scope, this.#folder.evaluator));
      if (policy !== undefined)
        this.#add(policy, { file, at, address: `${type}.${name}`, type: "resource", round, permission });
      return;
    }
    if (["resource", "data", "ephemeral"].includes(block.type) && isOtherCloud(type)) {
      for (const { value } of attributesOf(block.body)) this.#passOver(this.#folder.evaluator.fold(value, scope), 0);
      return;
    }
    const read = this.#readArguments(block, file, { scope, round });
    if (tellsPrincipals(block.type, type))
      this.#iamBlocks.push({ isData: block.type === "data", type, name, round, arguments: read });
  }

  /** Adds the policies in the arguments of a block. Returns the arguments by name, each with the keys of its policies. */
  #readArguments(
    block: BlockSyntax,
    file: FolderFile,
    { scope, round }: BlockInstance,
  ): ReadonlyMap<string, readonly FoldedArgument[]> {
    const [type = ""] = block.labels;
    const prefix = block.type === "resource" ? [] : [block.type === "locals" ? "local" : block.type];
    const bearer = this.#folder.bearerOf(block, file.path);
    const isInput = ["module", INPUTS].includes(block.type);
    const read = new Map<string, FoldedArgument[]>();
    for (const { name: argument, value, start } of attributesOf(block.body)) {
      if (isOtherKind(bearer, argument) || argument === "for_each") continue;
      const place = { at: file.base + start, address: [...prefix, ...block.labels].join("."), argument, round };
      const attached = {
        type: typeByPlace(bearer, argument),
        holder: holderByPlace(bearer.type, argument),
        isOpen: bearer.organization === "unknown",
        byName: bearer.type === "" ? typeByInput(argument) : undefined,
        isInput,
        attachedTo: this.#folder.targetOf(block, scope),
        ...(skipsLockoutCheck(block) ? { skipsLockoutCheck: true as const } : {}),
      };
      this.#folder.takeMissing();
      const folded = this.#folder.evaluator.fold(value, scope);
      const missing = this.#folder.takeMissing();
      this.#keys = [];
      this.#search(folded, { file, ...place, ...attached, missing }, 0);
      const use = block.type === "resource" ? managedPolicyUse(type, argument) : undefined;
      if (use !== undefined || isInput) this.#noteAttached(folded, value, { use, block, argument, place, file, scope });
      getOrInsert(read, argument, (): FoldedArgument[] => []).push({ value: folded, policies: [...this.#keys] });
    }
    return read;
  }

  /** Notes the managed policies whose ARNs an argument has. */
  #noteAttached(folded: Value, node: Syntax, { use, block, argument, place, file, scope }: NotedArgument): void {
    const { evaluator } = this.#folder;
    const { at, address } = place;
    const here: Omit<AttachingArgument, "use"> = {
      file: file.path,
      address,
      locate: (start) => this.#folder.locateIn(file, at)(`${address}.${argument}`, start ?? at),
    };
    if (use === undefined) {
      this.#attached.noteInput(folded, argument, here);
      return;
    }
    const forEach = attributeOf(block.body, "for_each");
    const collection = forEach === undefined ? undefined : evaluator.fold(forEach, scope);
    // Of `local.arns[count.index]` one element is meant, and each of them in turn.
    const elements = node.kind === "index" && folded.kind === "unknown" ? evaluator.fold(node.of, scope) : folded;
    const value = elements.kind === "list" ? elements : folded;
    this.#attached.note(value, { ...here, use, forEach: collection });
  }

  /** Policies in the default of a variable: they are made only if nobody sets the variable. */
  #readDefault({ labels, body }: BlockSyntax, file: FolderFile): void {
    const [name = ""] = labels;
    const given = attributeIn(body, "default");
    if (given === undefined || this.#options.defaultCounts?.(this.#folder.path, name) !== true) return;
    const { types, holders, isOpen } = this.#folder.usageOf(`var.${name}`);
    const type = BY_WEIGHT.find((one) => types.has(one));
    const place = { at: file.base + given.start, address: `var.${name}`, argument: "default", variable: name };
    const attached = { type, holder: strictest(holders), isOpen };
    this.#search(this.#folder.evaluator.fold(given.value, file.scope), { file, ...place, ...attached }, 0);
  }

  /** Notes a role whose trust policy is known. */
  #noteRole({ body, labels }: BlockSyntax, { scope, path: file }: FolderFile): void {
    const trust = attributeOf(body, "assume_role_policy");
    const document = trust === undefined ? undefined : this.#trustPolicy(trust, scope);
    const services = document === undefined ? undefined : trustedServices(document);
    if (services === undefined) return;
    const valueIn = (name: string) => {
      const node = attributeOf(body, name);
      return node === undefined ? undefined : this.#folder.evaluator.fold(node, scope);
    };
    this.#roles.push({ address: labels.join("."), name: roleName(valueIn("name"), valueIn("path")), services, file });
  }

  #trustPolicy(node: Syntax, scope: Scope): PolicyDocument | undefined {
    const name = node.kind === "attribute" && /^(minified_)?json$/.test(node.name) ? documentIn(node.of) : undefined;
    const found = name === undefined ? undefined : this.#folder.documentBlock(name);
    if (found !== undefined) {
      const document = new HclArguments(found.block, found.file.scope, this.#folder.evaluator);
      return documentOf(policyOfArguments(document), pointerOnly, "trust", hasSources(document));
    }
    const value = this.#folder.evaluator.fold(node, scope);
    const inner = value.kind === "json" ? value.value : value.kind === "text" ? readPolicyJson(value)?.value : value;
    const policy = policyIn(inner);
    return policy === undefined ? undefined : documentOf(policy, pointerOnly, "trust");
  }

  #readDocument(document: HclArguments, name: string, here: ArgumentPlace): void {
    const { types, holders, isPart, isOpen, byName, targets } = this.#folder.usageOf(name);
    const [attachedTo] = targets.size === 1 && !isPart ? targets : [];
    const type = BY_WEIGHT.find((one) => types.has(one));
    const partial = isPart || hasSources(document);
    const given = { type, holder: strictest(holders), partial, isOpen, byName: here.byName ?? byName, attachedTo };
    this.#add(policyOfArguments(document), { ...here, ...given });
    for (const argument of [...SOURCES, ...OVERRIDES]) {
      const texts = document.argument(argument);
      const place = {
        ...here,
        ...given,
        at: texts?.at ?? here.at,
        argument,
        partial: undefined,
        isPart: true as const,
      };
      if (texts !== undefined) this.#search(texts.value, place, 0);
    }
  }

  /** Notes the policies of another cloud, so that they are not read where they stand in a local. */
  #passOver(value: Value, depth: number): void {
    if (value.kind === "json") this.#passOver(value.value, depth);
    else if (policyIn(value) !== undefined || value.kind === "text") this.#isNew(value.at, {});
    else if (depth >= DEEPEST) return;
    else if (value.kind === "list") for (const item of value.items) this.#passOver(item, depth + 1);
    else if (value.kind === "object") for (const { value: item } of value.entries) this.#passOver(item, depth + 1);
  }

  /** Adds the policies of an argument: encoded, as text, or as they are; also in lists and objects. */
  #search(value: Value, here: ArgumentPlace, depth: number): void {
    const policy = policyIn(value);
    const statements = policy === undefined && here.isInput ? policyOfStatementArguments(value) : undefined;
    if (policy !== undefined) this.#add(policy, here);
    else if (statements !== undefined) this.#add(statements, { ...here, partial: true, isFragment: true });
    else if (value.kind === "json") this.#search(value.value, here, depth);
    else if (value.kind === "text") this.#searchText(value, here);
    else if (value.kind === "unknown") this.#noteUnread(tokenContent(value), here, value);
    else if (depth >= DEEPEST) return;
    else if (value.kind === "list") for (const item of value.items) this.#search(item, here, depth + 1);
    else if (value.kind === "object") {
      for (const { key, value: item } of value.entries) {
        const type = typeByPlace({ type: "" }, key) ?? here.type;
        this.#search(item, { ...here, type, argument: `${here.argument}.${key}` }, depth + 1);
      }
    }
  }

  #searchText(text: TextValue, here: ArgumentPlace): void {
    const read = looksLikePolicy(text.text) ? readPolicyJson(text) : undefined;
    if (read === undefined || !this.#folder.evaluator.spend(text.text.length)) return;
    const policy = policyIn(read.value);
    if (read.value !== undefined && policy === undefined) return;
    this.#keys.push(keyOf(text.at, here));
    if (!this.#isNew(text.at, here)) return;
    if (text.fromDirectives && policy === undefined) this.#noteUnread(DIRECTIVE, here);
    const file = (text.at === undefined ? undefined : this.#folder.dataFileAt(text.at)) ?? here.file;
    for (const { code, message, hint, offset, pointer } of text.fromDirectives ? [] : read.problems) {
      const home = file === here.file ? here.at : file.base;
      const place = this.#folder.locateIn(file, home)(pointer, read.placeOf(offset));
      this.#problems.push({ code, message, hint, file: file.path, ...place });
    }
    if (policy !== undefined) this.#add(policy, here, text.at);
  }

  /** Reports an argument that must be a policy, and that is made by an expression that cannot be evaluated. */
  #noteUnread(inside: string, here: ArgumentPlace, call?: Value): void {
    const { file, at, type, address, argument } = here;
    const what = WORDS.find(([start]) => inside.startsWith(start))?.[1];
    if (what === undefined || type === undefined || !/policy|policies|policy_document$/.test(argument ?? "")) return;
    const { file: path = file.path, line, column } = this.#folder.locateIn(file, at)("", call?.at);
    // The call may have been evaluated before, for another argument.
    const called = call && pathOfCall(this.#folder.path, sourceText(call).slice(2, -1));
    const isThere = called !== undefined && this.#folder.dataFile(called) !== undefined;
    const missing = isThere ? undefined : (called ?? here.missing);
    const isMissing = missing !== undefined && inside !== DIRECTIVE;
    this.#unread.push({
      code: "unread-policy",
      message: isMissing
        ? `\`${argument}\` of ${address} cannot be read: ${what} looks for ${missing}, and there is no such file in what was given`
        : `\`${argument}\` of ${address} cannot be read: it comes from ${what}`,
      hint: isMissing
        ? "give its folder too, or mend the path, which counts from the folder of the module"
        : "lint the plan: `terraform show -json plan.out > plan.json`",
      file: path,
      line,
      column,
    });
  }

  /** @param inText where the text starts that holds the policy, and that was not read before */
  #add(policy: ObjectValue, here: ArgumentPlace, inText?: number): void {
    const key = keyOf(inText ?? policy.at, here);
    if (inText === undefined) this.#keys.push(key);
    if (!this.#folder.evaluator.spend(policy.weight) || (inText === undefined && !this.#isNew(policy.at, here))) return;
    const at = this.#statementsInData(policy) ?? policy.at;
    const file = (at === undefined ? undefined : this.#folder.fileAt(at)) ?? here.file;
    const home = file === here.file ? here.at : (at ?? here.at);
    const document = this.#documentAt(policy, here, this.#folder.locateIn(file, home));
    if (document === undefined) return;
    const { address, argument, holder, round, variable, permission } = here;
    const isElsewhere = at !== undefined && this.#folder.dataFileAt(at) !== undefined;
    const readAt = isElsewhere
      ? { file: here.file.path, line: here.file.at(here.at - here.file.base).line }
      : undefined;
    const found = { document, file: file.path, address, argument, holder, round, variable, permission, readAt };
    this.#policies.push(found);
    if (!this.#byKey.has(key)) this.#byKey.set(key, found);
  }

  /** The document of a policy, with what its place tells of it; undefined if it is none. */
  #documentAt(policy: ObjectValue, here: ArgumentPlace, locate: Locate): PolicyDocument | undefined {
    const type = this.#options.type ?? here.type;
    const read =
      here.partial === undefined
        ? documentOf(policy, locate, type, here.isPart)
        : documentOfArguments(policy, locate, { type, partial: here.partial });
    if (read === undefined) return undefined;
    return {
      ...read,
      type: type ?? (here.isOpen ? organizationKind(read.type) : guessTypeByName(read.statements, here.byName)),
      ...(here.attachedTo !== undefined && { attachedTo: here.attachedTo }),
      ...(here.skipsLockoutCheck && { skipsLockoutCheck: true as const }),
      ...(here.isFragment && { size: 0 }),
    };
  }

  /** Where the first statement stands, if all stand in one file that the policy reads, and the policy around them does not. */
  #statementsInData(policy: ObjectValue): number | undefined {
    const value = entryOf(policy, "Statement")?.value;
    const places = value === undefined ? [] : itemsOf(value).map(({ at }) => at);
    const files = new Set(places.map((at) => (at === undefined ? undefined : this.#folder.dataFileAt(at))));
    return files.size === 1 && !files.has(undefined) ? places[0] : undefined;
  }

  /** What stands in a local and is used twice is one policy. */
  #isNew(at: number | undefined, { type, round, address }: Partial<ArgumentPlace>): boolean {
    const own = round === undefined ? `${at} ${type ?? ""}` : `${at} ${address} ${round}`;
    const isOld = this.#seen.has(type === undefined && round === undefined ? `${at}` : own);
    for (const key of [`${at}`, `${at} ${type ?? ""}`, own]) this.#seen.add(key);
    return !isOld;
  }
}
