/** A policy that is known only after apply, read from the `aws_iam_policy_document` that the plan puts off. */

import type { PlainStatement } from "../../iam/document/plain-policy";
import type { PolicyDocument } from "../../iam/document/policy";
import { readPolicyText, readPolicyValue } from "../../iam/document/read-policy";
import { type Fields, fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { markAt, markOf } from "../../terraform/plan/marks";
import type { ConfiguredResource } from "../../terraform/plan/plan";
import type { Instance } from "./instances";
import type { References } from "./references";

/** Documents that make up a policy together; `reason` where a part of it is missing. */
export interface DeferredPolicy {
  readonly documents: readonly PolicyDocument[];
  readonly reason?: string;
}

/** How deep documents may be made of documents. */
const MOST_STEPS = 10;
const SOURCES = ["source_json", "source_policy_documents"];
const OVERRIDES = ["override_json", "override_policy_documents"];

/** Reads a data source: what it is made of, then its own statements, then overrides; the later of one Sid counts. */
export function readDeferred(data: Instance, references: References, steps = MOST_STEPS): DeferredPolicy {
  const { unknown, sensitive } = data.after;
  const value = hideMarked(data.after.value ?? null, markOf(sensitive, "statement"), data.address);
  if (!isFields(value) || steps === 0 || markOf(unknown, "statement") === true) {
    return { documents: [], reason: "the policy is known only after apply" };
  }
  const configured = references.configured(data);
  const Statement = (isList(value.statement) ? value.statement : []).map((statement, index) =>
    statementOf(
      fieldsIn(statement),
      markAt(unknown, ["statement", index]),
      namesOf(fieldsIn(statement), index, configured),
    ),
  );
  const Version = typeof value.version === "string" ? value.version : "2012-10-17";
  const own: DeferredPolicy = {
    documents: readPolicyValue({ Version, Statement }).policies.map(({ document }) => document),
  };
  const read = (name: string) => readSource(data, name, references, steps);
  const parts = [...SOURCES.map(read), own, ...OVERRIDES.map(read)];
  const reason = parts.find((part) => part.reason !== undefined)?.reason;
  return {
    documents: withoutReplaced(parts.flatMap(({ documents }) => documents)),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The data with its secret values as texts that are like nothing else, and do not show them. */
function hideMarked(value: Json, marks: Json | undefined, address: string): Json {
  if (marks === undefined || !isFields(value)) return value;
  const hide = (of: Json, mark: Json | undefined, path: string): Json => {
    if (mark === undefined || of === null) return of;
    if (isList(of)) return of.map((item, index) => hide(item, markOf(mark, index), `${path}.${index}`));
    if (isFields(of)) {
      const entries = Object.keys(of).map((name) => [
        name,
        hide(of[name] as Json, markOf(mark, name), `${path}.${name}`),
      ]);
      return Object.fromEntries(entries) as Json;
    }
    return mark === true ? `\${sensitive: ${path}}` : of;
  };
  return { ...value, statement: hide(value.statement ?? null, marks, `${address}.statement`) };
}

/** hashicorp/aws, `aws_iam_policy_document`: a statement replaces one before it that has the same Sid. */
function withoutReplaced(documents: readonly PolicyDocument[]): readonly PolicyDocument[] {
  const seen = new Set<string>();
  return [...documents]
    .reverse()
    .map((document) => {
      const statements = document.statements.filter(({ sid }) => !sid?.value || !seen.has(sid.value));
      for (const { sid } of document.statements) if (sid?.value) seen.add(sid.value);
      return { ...document, statements };
    })
    .reverse();
}

function readSource(data: Instance, name: string, references: References, steps: number): DeferredPolicy {
  const { value, unknown } = data.after;
  const given = isFields(value) ? value[name] : undefined;
  const isSecret = markOf(data.after.sensitive, name) !== undefined;
  if (isSecret && given !== undefined && given !== null) {
    return { documents: [], reason: `a part of the policy, \`${name}\`, is marked as sensitive` };
  }
  const texts = (isList(given) ? given : [given]).filter((text): text is string => typeof text === "string");
  const documents = texts.flatMap((text) => readPolicyText(text).policies.map(({ document }) => document));
  if (markOf(unknown, name) === undefined) return { documents };
  const meant = references.of(data, name);
  const parts = meant.instances.map((instance) => documentPart(instance, references, steps));
  const open = !meant.certain || parts.some(({ reason }) => reason !== undefined);
  return {
    documents: [...documents, ...parts.flatMap((part) => part.documents)],
    ...(open ? { reason: `a part of the policy, \`${name}\`, is known only after apply` } : {}),
  };
}

function documentPart(instance: Instance, references: References, steps: number): DeferredPolicy {
  if (instance.type !== "aws_iam_policy_document") return { documents: [], reason: "it is not a policy document" };
  return readDocumentSource(instance, references, steps - 1);
}

/** A data source: its text where it is known, else its arguments. */
export function readDocumentSource(data: Instance, references: References, steps = MOST_STEPS): DeferredPolicy {
  const json = isFields(data.after.value) ? data.after.value.json : undefined;
  if (typeof json !== "string") return readDeferred(data, references, steps);
  if (markOf(data.after.sensitive, "json") !== undefined) {
    return { documents: [], reason: "the policy is marked as sensitive" };
  }
  return { documents: readPolicyText(json).policies.map(({ document }) => document) };
}

/** What the arguments of a static statement refer to; those of a `dynamic` one are not in the plan. */
function namesOf(statement: Fields, index: number, configured: ConfiguredResource | undefined) {
  const sid = statement.sid;
  const at = (place: number) => configured?.constants.get(`statement.${place}.sid`);
  const count = [...(configured?.references.keys() ?? []), ...(configured?.constants.keys() ?? [])]
    .map((path) => /^statement\.(\d+)\./.exec(path)?.[1])
    .reduce((most, place) => Math.max(most, place === undefined ? 0 : Number(place) + 1), 0);
  const found = Array.from({ length: count }, (_, place) => place).find((place) => at(place) === sid && sid);
  const place = found ?? (at(index) === undefined && sid === undefined ? index : undefined);
  return (argument: string): readonly string[] =>
    place === undefined ? [] : (configured?.references.get(`statement.${place}.${argument}`) ?? []);
}

type NamesOf = (argument: string) => readonly string[];

function statementOf(
  statement: Fields,
  marks: Json | undefined,
  names: NamesOf,
): PlainStatement & { Condition?: object } {
  const texts = (name: string) => textsOf(statement[name], markOf(marks, name), names(name));
  const Condition = conditionsOf(statement.condition, markOf(marks, "condition"));
  const effect = markOf(marks, "effect") === true ? "${known after apply}" : statement.effect;
  return {
    ...(typeof statement.sid === "string" && statement.sid !== "" ? { Sid: statement.sid } : {}),
    Effect: typeof effect === "string" ? effect : "Allow",
    ...entry("Principal", principalsOf(statement.principals, markOf(marks, "principals"))),
    ...entry("NotPrincipal", principalsOf(statement.not_principals, markOf(marks, "not_principals"))),
    ...entry("Action", texts("actions")),
    ...entry("NotAction", texts("not_actions")),
    ...entry("Resource", texts("resources")),
    ...entry("NotResource", texts("not_resources")),
    ...(Condition === undefined ? {} : { Condition }),
  };
}

function entry<T>(name: string, value: T | undefined): { readonly [name: string]: T } {
  return value === undefined ? {} : { [name]: value };
}

/** A list with a text for each part that is not known; undefined where it is empty. */
function textsOf(
  value: Json | undefined,
  marks: Json | undefined,
  names: readonly string[],
): readonly string[] | undefined {
  const list = isList(value) ? value : [];
  if (marks === true) return [unknownText(names)];
  const length = Math.max(list.length, isList(marks) ? marks.length : 0);
  const texts = Array.from({ length }, (_, index) => {
    const item = list[index];
    return typeof item === "string" && markOf(marks, index) === undefined ? item : unknownText(names);
  });
  return texts.length === 0 ? undefined : [...new Set(texts)];
}

/** Shown as it stands; the longest name is the one that the expression has. */
function unknownText(names: readonly string[]): string {
  const longest = names.filter((name) => !names.some((other) => other !== name && other.startsWith(name)));
  return longest.length === 0 ? "${known after apply}" : `\${known after apply: ${longest.join(", ")}}`;
}

function principalsOf(value: Json | undefined, marks: Json | undefined): string | Record<string, string[]> | undefined {
  if (marks === true) return { AWS: ["${known after apply}"] };
  if (!isList(value) || value.length === 0) return undefined;
  const found: Record<string, string[]> = {};
  for (const [index, item] of value.entries()) {
    const { type, identifiers } = fieldsIn(item);
    const mark = markOf(marks, index);
    const names = textsOf(identifiers, markOf(mark, "identifiers"), []) ?? [];
    const kind = typeof type === "string" && markOf(mark, "type") === undefined ? type : "AWS";
    if (kind === "*" && names.includes("*")) return "*";
    found[kind] = [...(found[kind] ?? []), ...names];
  }
  return found;
}

/** What is not known of a condition makes it one that is like no other. */
function conditionsOf(
  value: Json | undefined,
  marks: Json | undefined,
): Record<string, Record<string, string[]>> | undefined {
  if (marks === true) return { StringEquals: { "${known after apply}": ["${known after apply}"] } };
  if (!isList(value) || value.length === 0) return undefined;
  const found: Record<string, Record<string, string[]>> = {};
  for (const [index, item] of value.entries()) {
    const { test, variable, values } = fieldsIn(item);
    const mark = markOf(marks, index);
    const known = (name: string, text: Json | undefined) =>
      typeof text === "string" && markOf(mark, name) === undefined ? text : "${known after apply}";
    const operator = known("test", test);
    const key = known("variable", variable);
    const keys = found[operator] ?? {};
    found[operator] = {
      ...keys,
      [key]: [...(keys[key] ?? []), ...(textsOf(values, markOf(mark, "values"), []) ?? [])],
    };
  }
  return found;
}
