/**
 * Policies in files of the Serverless Framework: the statements of the role of its functions and of its API, and the template below
 * `resources`.
 *
 * Sources: Serverless Framework guide, "IAM Permissions For Functions" and "Variables"; the plugin serverless-iam-roles-per-function.
 */
import { type Locate, locateInside } from "../../iam/document/elements";
import { findPolicies } from "../../iam/document/find-policies";
import { casesOf, textOfIntrinsic } from "../../iam/document/intrinsics";
import type { PolicyType } from "../../iam/document/policy";
import { policyOfStatements } from "../../iam/document/policy-of-statements";
import { readDocument } from "../../iam/document/read-document";
import type { AttachedPolicy } from "../../iam/lint/attached-policy";
import {
  type JsonNode,
  type JsonObject,
  memberIn,
  membersIn,
  membersOf,
  pointerTo,
  textIn,
} from "../../json/json-node";
import type { SourcePolicy, SourceReading } from "../found";
import { policiesInTemplate } from "./cloudformation";
import { withUnknownVariables } from "./serverless-variables";

interface ServerlessOptions {
  readonly file: string;
  readonly locate: Locate;
  /** What the policies are attached to. @default what their places say */
  readonly type?: PolicyType;
}

/** The policies of a file; undefined if the tree is none of the framework, or is for another cloud. */
export function policiesInServerless(
  node: JsonNode,
  options: ServerlessOptions,
): Pick<SourceReading, "policies" | "problems" | "roles" | "attached"> | undefined {
  if (!isServerless(node)) return undefined;
  const reader = new ServerlessReader(options);
  reader.readService(withUnknownVariables(node) as JsonObject);
  const { templates } = reader;
  return {
    policies: [...reader.policies, ...templates.flatMap(({ policies }) => policies)],
    problems: templates.flatMap(({ problems }) => problems),
    attached: [...reader.attached, ...templates.flatMap(({ attached }) => attached)],
    roles: templates.flatMap(({ roles }) => roles),
  };
}

/**
 * The lists of statements in a file that a service includes, by `${file(iam.yml)}` or `${file(iam.yml):statements}`; undefined if it has
 * none.
 */
export function policiesInIncluded(
  node: JsonNode,
  options: ServerlessOptions,
): ReturnType<typeof policiesInServerless> {
  const lists = [{ key: "", value: node }, ...membersIn(node)].filter(
    ({ key, value }) => key !== "Statement" && areWholeStatements(value),
  );
  if (lists.length === 0) return undefined;
  const reader = new ServerlessReader(options);
  reader.readIncluded(withUnknownVariables(node));
  const { policies } = reader;
  return { policies, problems: [], attached: [], roles: [] };
}

/** Whether a list has whole statements alone: those that lack an element may be anything. */
function areWholeStatements(node: JsonNode): boolean {
  if (node.kind !== "array" || node.items.length === 0) return false;
  return node.items.every((item) => {
    const has = (...names: readonly string[]) => names.some((name) => memberIn(item, name) !== undefined);
    return has("Effect") && has("Action", "NotAction") && has("Resource", "NotResource");
  });
}

function isServerless(node: JsonNode): node is JsonObject {
  const provider = memberIn(node, "provider");
  const name = provider?.kind === "object" ? memberIn(provider, "name") : provider;
  return memberIn(node, "service") !== undefined && name?.kind === "string" && name.value === "aws";
}

class ServerlessReader {
  readonly policies: SourcePolicy[] = [];
  readonly attached: AttachedPolicy[] = [];
  readonly templates: NonNullable<ReturnType<typeof policiesInTemplate>>[] = [];
  readonly #options: ServerlessOptions;

  constructor(options: ServerlessOptions) {
    this.#options = options;
  }

  readService(service: JsonObject): void {
    const provider = memberIn(service, "provider");
    this.#readRole(provider, "/provider", "provider");
    const api = memberIn(memberIn(provider, "apiGateway"), "resourcePolicy");
    this.#readStatements(api, {
      pointer: "/provider/apiGateway/resourcePolicy",
      address: "provider",
      type: "resource",
    });
    // State machines are those of the plugin serverless-step-functions.
    const machines = memberIn(memberIn(service, "stepFunctions"), "stateMachines");
    const lists = [
      ...itemsOf(memberIn(service, "functions"), "/functions"),
      ...itemsOf(machines, "/stepFunctions/stateMachines"),
    ];
    for (const [list, pointer] of lists) {
      for (const { key, value } of membersIn(list)) this.#readRole(value, pointerTo(pointer, key), key);
    }
    for (const member of membersOf(service)) {
      if (member.key === "resources") this.#readResources(member.value);
      else this.#findIn(member.value, pointerTo("", member.key));
    }
  }

  readIncluded(file: JsonNode): void {
    if (areWholeStatements(file)) this.#readStatementsOf(file, "");
    for (const { key, value } of membersIn(file)) {
      const pointer = pointerTo("", key);
      if (areWholeStatements(value)) this.#readStatementsOf(value, pointer);
      else this.#findIn(value, pointer);
    }
  }

  #readStatementsOf(list: JsonNode, pointer: string): void {
    const items = list.kind === "array" ? list.items : [];
    const isOfResource = items.some((item) => memberIn(item, "Principal") !== undefined);
    this.#readStatements(
      list,
      isOfResource ? { type: "resource", pointer } : { type: "identity", pointer, holder: "role" },
    );
  }

  /** A template, or a list of templates; one may be a variable. */
  #readResources(resources: JsonNode): void {
    for (const [template, pointer] of itemsOf(resources, "/resources")) {
      const found = policiesInTemplate(template, this.#options);
      if (found === undefined) this.#findIn(template, pointer);
      else
        this.templates.push({
          ...found,
          policies: found.policies.map((one) => ({ ...one, pointer: pointer + one.pointer })),
        });
    }
  }

  /** Policies anywhere else, such as in values of plugins. */
  #findIn(node: JsonNode, around: string): void {
    const { file, locate, type: given } = this.#options;
    for (const { node: policy, pointer, type, holder, inside } of findPolicies(node).found) {
      const document = readDocument(policy, locateInside(locate, inside), given ?? type);
      this.policies.push({ document, file, pointer: around + pointer, holder });
    }
  }

  /** The statements and managed policies of all functions, or of one. */
  #readRole(holder: JsonNode | undefined, pointer: string, address: string): void {
    const role = memberIn(memberIn(holder, "iam"), "role");
    const given = { type: "identity", holder: "role", address } as const;
    this.#readStatements(memberIn(role, "statements"), { ...given, pointer: `${pointer}/iam/role/statements` });
    this.#readStatements(memberIn(holder, "iamRoleStatements"), { ...given, pointer: `${pointer}/iamRoleStatements` });
    for (const list of [memberIn(role, "managedPolicies"), memberIn(holder, "iamManagedPolicies")]) {
      const items = list?.kind === "array" ? list.items : [];
      for (const item of items.flatMap((one) => casesOf(one) ?? [one])) {
        const written = textIn(item) ?? textOfIntrinsic(item);
        if (written === undefined) continue;
        const { file, locate } = this.#options;
        this.attached.push({ written, use: "attached", at: locate(pointer, item.start), file, address });
      }
    }
  }

  /** What a variable stands for, such as statements of another file, is not known. */
  #readStatements(
    list: JsonNode | undefined,
    { type: own, ...place }: Pick<SourcePolicy, "address" | "pointer" | "holder"> & { readonly type: PolicyType },
  ): void {
    if (list?.kind !== "array") return;
    const items = list.items.filter(({ kind }) => kind === "object");
    if (items.length === 0) return;
    const { file, locate, type = own } = this.#options;
    // The framework writes the version of the language.
    const document = readDocument(policyOfStatements({ ...list, items }), locate, type);
    this.policies.push({ document, file, ...place });
  }
}

/** The items of a list with their pointers, or the value alone. */
function itemsOf(node: JsonNode | undefined, pointer: string): readonly (readonly [JsonNode, string])[] {
  if (node?.kind === "array") return node.items.map((item, index) => [item, pointerTo(pointer, index)] as const);
  return node === undefined ? [] : [[node, pointer]];
}
