/** Policies in templates of CloudFormation and SAM, in JSON or YAML. Functions stand in them as what is not known. */

import { type Locate, locateInside } from "../../iam/document/elements";
import { findPolicies } from "../../iam/document/find-policies";
import { branchOf, casesOf, isInsideSub, textOfIntrinsic } from "../../iam/document/intrinsics";
import type { PolicyDocument, PolicyHolder, PolicyType } from "../../iam/document/policy";
import { policyOfStatements } from "../../iam/document/policy-of-statements";
import { readDocument } from "../../iam/document/read-document";
import { innerProblem } from "../../iam/document/read-policy";
import type { AttachedPolicy } from "../../iam/lint/attached-policy";
import {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  memberIn,
  membersOf,
  pointerTo,
  textIn,
} from "../../json/json-node";
import { readJson } from "../../json/read-json";
import {
  holdsPoliciesBelow,
  holdsStatements,
  managedPolicyUseIn,
  namesManagedPoliciesBelow,
  policyPlaceOf,
} from "../../terraform/cloudformation-kinds";
import type { ManagedPolicyUse } from "../../terraform/iam-attachments";
import { kindOfOrganization, type PolicyPlace } from "../../terraform/kinds";
import { textValue } from "../../terraform/value";
import { LineIndex } from "../../text/line-index";
import type { BoundaryUses } from "../boundary-uses";
import { NOTHING_FOUND, type SourcePolicy, type SourceProblem, type SourceReading } from "../found";
import { permissionSource, policyOfPermissionProperties } from "../permissions/policy-of-permission";
import { documentOf, policyIn } from "../policy-node";
import { policyTarget } from "../policy-target";
import { readPolicyJson } from "../policy-text";
import { hasFrameworkVariables, withUnknownFrameworkVariables } from "./serverless-variables";
import { TemplateArns } from "./template-arns";
import { boundariesInTemplate } from "./template-boundaries";
import { principalsInTemplate } from "./template-principals";
import { resourcesOfTemplate, type TemplateResource } from "./template-resources";
import { rolesInTemplate } from "./template-roles";

interface TemplateOptions {
  readonly file: string;
  readonly locate: Locate;
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
}

/** The policies of a template; undefined if the tree is none. */
export function policiesInTemplate(
  node: JsonNode,
  options: TemplateOptions,
): Pick<SourceReading, "policies" | "problems" | "roles" | "principals" | "attached"> | undefined {
  const below = memberIn(node, "Resources");
  const resources = below === undefined ? [] : resourcesOfTemplate(below);
  if (!resources.some(({ type }) => /^(?:AWS|Custom)::/.test(type))) return undefined;
  const reader = new TemplateReader(
    options,
    boundariesInTemplate(resources),
    new TemplateArns(resources, namesIn(memberIn(node, "Parameters"))),
  );
  for (const resource of resources) reader.readResource(resource);
  const { policies, problems, attached } = reader;
  const roles = rolesInTemplate(resources, policies);
  return { policies, problems, attached, roles, principals: principalsInTemplate(resources, policies) };
}

/** The policies of a template in JSON; undefined if the text is none. */
export function policiesInJsonTemplate(
  text: string,
  { file, type }: Omit<TemplateOptions, "locate">,
): SourceReading | undefined {
  const { value: written, problems } = readJson(text);
  const value = written && hasFrameworkVariables(text) ? withUnknownFrameworkVariables(written) : written;
  const lines = new LineIndex(text);
  const locate: Locate = (pointer, offset) => lines.place(pointer, offset);
  const found = value && policiesInTemplate(value, { file, locate, type });
  if (found === undefined) return undefined;
  const all = [...problems.map((problem) => ({ ...problem, file })), ...found.problems];
  return { ...NOTHING_FOUND, ...found, problems: all };
}

/** Resources that a function of the template's author makes, from properties of any form. */
const CUSTOM_RESOURCE = /^Custom::|^AWS::CloudFormation::CustomResource$/;

/** The logical id that the AWS CDK gives to the policy with the grants of a role. */
const OF_GRANTS = /DefaultPolicy[0-9A-F]{8}$/;

/** Where a value of a resource stands. */
interface PropertyPlace {
  readonly logicalId: string;
  readonly type: string;
  /** The names of the properties with dots between them; lists do not count. */
  readonly path: string;
  readonly pointer: string;
  /** What the property `Type` says, which only policies of an organization need. */
  readonly said?: string;
  /** On what the policy is set: see `attachedTo` of a document. */
  readonly attachedTo?: string;
}

class TemplateReader implements Pick<SourceReading, "policies" | "problems" | "attached"> {
  readonly policies: SourcePolicy[] = [];
  readonly attached: AttachedPolicy[] = [];
  readonly problems: SourceProblem[] = [];
  readonly #options: TemplateOptions;
  readonly #boundaries: BoundaryUses;
  readonly #arns: TemplateArns;

  constructor(options: TemplateOptions, boundaries: BoundaryUses, arns: TemplateArns) {
    this.#options = options;
    this.#boundaries = boundaries;
    this.#arns = arns;
  }

  /** Whatever has no type is no resource. */
  readResource({ logicalId, type, properties, pointer }: TemplateResource): void {
    if (type === "" || properties?.kind !== "object") return;
    const place = { logicalId, type, path: "", pointer };
    if (this.#readPermission(properties, place)) return;
    const said = textIn(memberIn(properties, "Type"));
    const textOf = (name: string) => {
      const node = memberIn(properties, name);
      return node === undefined ? undefined : (textIn(node) ?? textOfIntrinsic(node) ?? "${...}");
    };
    const attachedTo = policyTarget(type, textOf) ?? this.#arns.targetOf(type, properties);
    this.#readProperties(properties, { ...place, said, attachedTo });
  }

  /** Whether the resource is a permission. The policy of an event bus also has a form with a statement. */
  #readPermission(properties: JsonObject, place: PropertyPlace): boolean {
    const permission = permissionSource(place.type);
    const policy = permission && policyOfPermissionProperties(permission, properties);
    if (policy === undefined) return false;
    const document = readDocument(policy, this.#options.locate, this.#options.type ?? "resource");
    this.policies.push({
      document,
      file: this.#options.file,
      address: place.logicalId,
      pointer: place.pointer,
      permission,
    });
    return true;
  }

  #readProperties(given: JsonNode, place: PropertyPlace): void {
    const node = branchOf(given);
    if (node.kind === "array") {
      for (const [index, item] of node.items.entries()) {
        this.#readProperties(item, { ...place, pointer: pointerTo(place.pointer, index) });
      }
    }
    if (node.kind !== "object") return;
    for (const member of membersOf(node)) {
      const path = place.path === "" ? member.key : `${place.path}.${member.key}`;
      const here = { ...place, path, pointer: pointerTo(place.pointer, member.key) };
      const use = managedPolicyUseIn(place.type, path);
      if (use !== undefined) this.#noteAttached(member.value, use, here);
      const known = this.#placeOf(here);
      if (known?.kind === "other") continue;
      if (known !== undefined) this.#readPolicies(member.value, known, here);
      else if (holdsPoliciesBelow(place.type, path) || namesManagedPoliciesBelow(place.type, path))
        this.#readProperties(member.value, here);
      else this.#findInside(member, place);
    }
  }

  /** ARNs and names of managed policies, in both cases of an `Fn::If`. What is a policy itself is read elsewhere. */
  #noteAttached(node: JsonNode, use: ManagedPolicyUse, place: PropertyPlace): void {
    const written = textIn(node) ?? textOfIntrinsic(node);
    const items = node.kind === "array" ? node.items : (casesOf(node) ?? []);
    for (const [index, item] of items.entries())
      this.#noteAttached(item, use, { ...place, pointer: pointerTo(place.pointer, index) });
    if (written === undefined || items.length > 0) return;
    const { file, locate } = this.#options;
    const { logicalId: address, pointer } = place;
    this.attached.push({ written, use, at: locate(pointer, node.start), file, address });
  }

  /** The table's row, where a boundary is told from other managed policies, and the kinds of organizations' policies. */
  #placeOf({ type, path, logicalId, said }: PropertyPlace): PolicyPlace | undefined {
    const place = policyPlaceOf(type, path);
    if (place?.kind === "organization") return { kind: kindOfOrganization(said ?? "unknown") ?? "other" };
    return place?.kind === "identity" && this.#boundaries.isBoundary(logicalId)
      ? { ...place, kind: "boundary" }
      : place;
  }

  /** A property that holds a policy: an object, JSON as text, or a list of these. */
  #readPolicies(given: JsonNode, { kind, holder }: PolicyPlace, place: PropertyPlace): void {
    const node = branchOf(given);
    const type = this.#options.type ?? (kind as PolicyType);
    const inner = jsonArgument(node);
    const text = inner === undefined ? textOfIntrinsic(node) : undefined;
    if (holdsStatements(place.type, place.path)) {
      this.#add(policyOfStatements(node), { type, place });
    } else if (inner !== undefined) this.#readPolicies(inner, { kind, holder }, place);
    else if (text !== undefined) this.#readText(text, node, { type, holder, place });
    else if (node.kind === "array") {
      for (const [index, item] of node.items.entries()) {
        this.#readPolicies(item, { kind, holder }, { ...place, pointer: pointerTo(place.pointer, index) });
      }
    } else if (node.kind === "object" && isPolicyLike(node)) this.#add(node, { type, holder, place });
    else if (node.kind === "string") this.#find(node, place, { kind, holder });
  }

  /** Policies in a property of which the table knows nothing: the property itself is none, whatever its name is. */
  #findInside(member: JsonMember, place: PropertyPlace): void {
    const end = place.pointer.lastIndexOf("/");
    const around = { ...member, key: place.pointer.slice(end + 1), value: objectOf(member) };
    this.#find(objectOf(around), { ...place, pointer: place.pointer.slice(0, end) });
  }

  /** Policies wherever they stand in a value; where the table does not tell, their elements and the names around them do. */
  #find(node: JsonNode, place: PropertyPlace, known?: PolicyPlace): void {
    const { file, locate, type: given } = this.#options;
    const { found, problems } = findPolicies(node);
    for (const one of found) {
      const type = given ?? (known?.kind as PolicyType | undefined) ?? one.type;
      const document = readDocument(one.node, locateInside(locate, one.inside), type);
      this.policies.push({
        // CloudFormation replaces names in the text of `Fn::Sub`, and a map may give them another meaning.
        document: isInsideSub(one.pointer) ? document : this.#arns.explain(document, one.node),
        file,
        address: place.logicalId,
        pointer: place.pointer + one.pointer,
        holder: known?.holder,
        isCompletedLater: CUSTOM_RESOURCE.test(place.type),
      });
    }
    for (const problem of problems) {
      this.problems.push({ ...innerProblem({ ...problem, pointer: place.pointer + problem.pointer }, locate), file });
    }
  }

  /** JSON as text with holes: `Fn::Sub`, `Fn::Join`. What is wrong with it as JSON is not told, because the holes may mend it. */
  #readText(text: string, node: JsonNode, { type, holder, place }: PolicyWithPlace): void {
    const policy = policyIn(readPolicyJson(textValue(text, node.start))?.value);
    if (policy === undefined) return;
    const document = documentOf(policy, this.#options.locate, type);
    if (document === undefined) return;
    this.#push(document, { holder, place });
  }

  #add(node: JsonObject, { type, holder, place }: PolicyWithPlace): void {
    this.#push(readDocument(node, this.#options.locate, type), { holder, place, node });
  }

  #push(document: PolicyDocument, { holder, place, node }: Omit<PolicyWithPlace, "type">): void {
    const { attachedTo } = place;
    const explained = this.#arns.explain(document, node);
    this.policies.push({
      document: attachedTo === undefined ? explained : { ...explained, attachedTo },
      file: this.#options.file,
      address: place.logicalId,
      pointer: place.pointer,
      holder,
      isOfCdk: OF_GRANTS.test(place.logicalId),
    });
  }
}

interface PolicyWithPlace {
  readonly type: PolicyType;
  readonly holder?: PolicyHolder;
  readonly place: PropertyPlace;
  /** What the document was read from, if that is a part of the template. */
  readonly node?: JsonNode;
}

function namesIn(node: JsonNode | undefined): readonly string[] {
  return node?.kind === "object" ? node.members.map(({ key }) => key) : [];
}

/** Whether an object has statements, or the elements of a document alone. */
function isPolicyLike({ members }: JsonObject): boolean {
  const names = members.map(({ key }) => key.toLowerCase());
  return (
    names.includes("statement") || (names.length > 0 && names.every((name) => name === "version" || name === "id"))
  );
}

/** The value of `Fn::ToJsonString`. */
function jsonArgument(node: JsonNode): JsonNode | undefined {
  return node.kind === "object" && node.members.length === 1 ? memberIn(node, "Fn::ToJsonString") : undefined;
}

function objectOf(member: JsonMember): JsonObject {
  return { kind: "object", members: [member], start: member.keyStart, end: member.value.end };
}
