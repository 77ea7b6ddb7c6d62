/** A policy that is known only after apply, read from the `aws_iam_policy_document` that the plan puts off. */

import type { PolicyDocument, Statement } from "../../iam/document/policy";
import { readPolicyText } from "../../iam/document/read-policy";
import { isFields, isList } from "../../json/json-value";
import { markOf } from "../../terraform/plan/marks";
import { type Message, say, words } from "../../text/message";
import { hasToken } from "../../text/tokens";
import { OVERRIDES, policyOfArguments, SOURCES } from "../document-arguments";
import { planArguments } from "../plan/plan-arguments";
import { exactDocumentOf } from "../policy-node";
import type { Instance } from "./instances";
import type { References } from "./references";
import { tokensOf, type UnknownResources, unknownResourcesOf } from "./unknown-resources";

/** A document, and what its unknown resources refer to. */
export interface DeferredDocument {
  readonly document: PolicyDocument;
  /** The address of the data source that makes it; absent for a text that the plan knows. */
  readonly source?: string;
  /** By the index of the statement. A text that the plan knows has none. */
  readonly unknownResources: ReadonlyMap<number, UnknownResources>;
}

/** Documents that make up a policy together; `reason` where a part of it is missing. */
export interface DeferredPolicy {
  readonly documents: readonly DeferredDocument[];
  readonly reason?: Message;
}

/** How deep documents may be made of documents. */
const MOST_STEPS = 10;

/** Reads a data source: what it is made of, then its own statements, then overrides; the later of one Sid counts. */
function readDeferred(data: Instance, references: References, steps = MOST_STEPS): DeferredPolicy {
  const { unknown, value } = data.after;
  if (!isFields(value) || steps === 0 || markOf(unknown, "statement") === true) {
    return { documents: [], reason: words("the policy is known only after apply") };
  }
  const policy = policyOfArguments(planArguments(data, tokensOf(data, references)));
  const document = withKnownKinds(exactDocumentOf(policy));
  const unknownResources = unknownResourcesOf(data, references);
  const read = (name: string) => readSource(data, name, references, steps);
  const [sources, overrides] = [SOURCES.map(read), OVERRIDES.map(read)];
  const others = [...sources, ...overrides];
  const reason = others.find((part) => part.reason !== undefined)?.reason;
  // One that only joins others has no statement of its own, and no fault in that.
  const isJoin = document.statements.length === 0 && (reason !== undefined || others.some(hasDocuments));
  const own: DeferredPolicy = { documents: isJoin ? [] : [{ document, source: data.address, unknownResources }] };
  const parts = [...sources, own, ...overrides];
  return {
    documents: withoutReplaced(parts.flatMap(({ documents }) => documents)),
    ...(reason === undefined ? {} : { reason }),
  };
}

function hasDocuments({ documents }: DeferredPolicy): boolean {
  return documents.length > 0;
}

/** Who may be meant where the kind of a principal is known only after apply: any account. */
function withKnownKinds(document: PolicyDocument): PolicyDocument {
  const known = (principals: Statement["principals"]) =>
    principals?.map((one) => (hasToken(one.kind) ? { ...one, kind: "AWS" } : one));
  const statements = document.statements.map((statement) => ({
    ...statement,
    principals: known(statement.principals),
    notPrincipals: known(statement.notPrincipals),
  }));
  return { ...document, statements };
}

/** hashicorp/aws, `aws_iam_policy_document`: a statement replaces one before it that has the same Sid. */
function withoutReplaced(documents: readonly DeferredDocument[]): readonly DeferredDocument[] {
  const seen = new Set<string>();
  return [...documents]
    .reverse()
    .map(({ document, ...rest }) => {
      const statements = document.statements.filter(({ sid }) => !sid?.value || !seen.has(sid.value));
      for (const { sid } of document.statements) if (sid?.value) seen.add(sid.value);
      return { document: { ...document, statements }, ...rest };
    })
    .reverse();
}

/** The documents of a text that the plan knows. */
function knownDocuments(text: string): readonly DeferredDocument[] {
  return readPolicyText(text).policies.map(({ document }) => ({ document, unknownResources: new Map() }));
}

function readSource(data: Instance, name: string, references: References, steps: number): DeferredPolicy {
  const { value, unknown } = data.after;
  const given = isFields(value) ? value[name] : undefined;
  const isSecret = markOf(data.after.sensitive, name) !== undefined;
  if (isSecret && given !== undefined && given !== null) {
    return { documents: [], reason: say`a part of the policy, ${name}, is marked as sensitive` };
  }
  const texts = (isList(given) ? given : [given]).filter((text): text is string => typeof text === "string");
  const documents = texts.flatMap(knownDocuments);
  if (markOf(unknown, name) === undefined) return { documents };
  const meant = references.of(data, name);
  const parts = meant.instances.map((instance) => documentPart(instance, references, steps));
  const open = !meant.certain || parts.some(({ reason }) => reason !== undefined);
  return {
    documents: [...documents, ...parts.flatMap((part) => part.documents)],
    ...(open ? { reason: say`a part of the policy, ${name}, is known only after apply` } : {}),
  };
}

function documentPart(instance: Instance, references: References, steps: number): DeferredPolicy {
  if (instance.type !== "aws_iam_policy_document")
    return { documents: [], reason: words("it is not a policy document") };
  return readDocumentSource(instance, references, steps - 1);
}

/** A data source: its text where it is known, else its arguments. */
export function readDocumentSource(data: Instance, references: References, steps = MOST_STEPS): DeferredPolicy {
  const json = isFields(data.after.value) ? data.after.value.json : undefined;
  if (typeof json !== "string") return readDeferred(data, references, steps);
  if (markOf(data.after.sensitive, "json") !== undefined) {
    return { documents: [], reason: words("the policy is marked as sensitive") };
  }
  return { documents: knownDocuments(json) };
}
