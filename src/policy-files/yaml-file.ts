/** Policies in YAML: a policy, a template of CloudFormation or SAM, a file of the Serverless Framework, or any other YAML that holds one. */
import type { Locate } from "../iam/document/elements";
import { guessTypeByName } from "../iam/document/guess-type";
import type { PolicyType } from "../iam/document/policy";
import { readPolicy } from "../iam/document/read-policy";
import { type JsonNode, membersOf, pointerTo } from "../json/json-node";
import { LineIndex } from "../text/line-index";
import { readYaml, type YamlProblem } from "../yaml/read-yaml";
import { policiesInTemplate } from "./cloudformation/cloudformation";
import { policiesInIncluded, policiesInServerless } from "./cloudformation/serverless";
import { hasFrameworkVariables, withUnknownFrameworkVariables } from "./cloudformation/serverless-variables";
import { NOTHING_FOUND, type SourcePolicy, type SourceProblem, type SourceReading } from "./found";
import { documentOfArguments } from "./policy-node";
import { readSuppressions } from "./read-suppressions";
import { policyOfStatementArguments, valueOfNode } from "./statements-of-arguments";
import { typeByPath } from "./type-by-path";

interface YamlFileOptions {
  readonly file: string;
  /** Whether a person named the file. Then a file without a policy is reported. */
  readonly named: boolean;
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
}

/** The policies of a text. */
export function policiesInYaml(text: string, { file, named, type }: YamlFileOptions): SourceReading {
  const { value: written, problems, blocks } = readYaml(text);
  const value = written && hasFrameworkVariables(text) ? withUnknownFrameworkVariables(written) : written;
  const broken = problems.find(({ code }) => code !== "duplicate-key");
  if (broken !== undefined && value === undefined) {
    if (named) return { ...NOTHING_FOUND, problems: [problemOf(broken, file)] };
    if (!/\bEffect\b/.test(text)) return NOTHING_FOUND;
    const reason = unreadReason(broken, text);
    return reason === undefined
      ? { ...NOTHING_FOUND, problems: [problemOf(broken, file)] }
      : { ...NOTHING_FOUND, unread: [unreadFile(reason, broken, file)] };
  }
  const comments = readSuppressions(blocks, file);
  if (value === undefined) return { ...NOTHING_FOUND, ...comments };
  const lines = new LineIndex(text);
  const locate: Locate = (pointer, offset) => lines.place(pointer, offset);
  const options = { file, type, locate };
  const ofTool =
    policiesInTemplate(value, options) ?? policiesInServerless(value, options) ?? policiesInIncluded(value, options);
  const found = ofTool ?? plainPolicies();
  const pointers = found.policies.map(({ pointer = "" }) => pointer);
  // What stands twice elsewhere in the file is no matter of policies.
  const doubles = problems.filter((problem) => pointers.some((pointer) => problem.pointer.startsWith(`${pointer}/`)));
  const all = [...doubles.map((problem) => ({ ...problem, file })), ...found.problems, ...comments.problems];
  const { suppressions } = comments;
  return { ...NOTHING_FOUND, ...found, problems: all, suppressions };

  function plainPolicies(): Omit<SourceReading, "suppressions" | "unread"> {
    if (value === undefined) return NOTHING_FOUND;
    const reading = readPolicy(value, { type, byName: typeByPath(file), text, fromYaml: true });
    const inArguments = reading.policies.length === 0 ? statementsIn(value, { file, type, locate }) : [];
    if (inArguments.length > 0) return { ...NOTHING_FOUND, policies: inArguments };
    const told = named || reading.policies.length > 0 ? reading.problems : [];
    // A file of several documents is not a list of policies.
    const kept = reading.policies.length > 0 ? told.filter(({ code }) => code !== "not-a-policy") : told;
    return {
      policies: reading.policies.map(({ document, pointer }) => ({ document, file, pointer })),
      problems: kept.map((problem) => ({ ...problem, file })),
      roles: [],
      principals: [],
      attached: [],
    };
  }
}

/** Lists and objects are searched so deep. */
const DEEPEST = 12;

/** Statements in the words of `aws_iam_policy_document`, as Pulumi and catalogs of modules have them. */
function statementsIn(
  node: JsonNode,
  options: { readonly file: string; readonly type: PolicyType | undefined; readonly locate: Locate },
  pointer = "",
): readonly SourcePolicy[] {
  const { file, type, locate } = options;
  if (pointer.split("/").length > DEEPEST || (node.kind !== "array" && node.kind !== "object")) return [];
  const policy = policyOfStatementArguments(valueOfNode(node));
  const read = policy && documentOfArguments(policy, locate, { type, partial: true });
  if (read !== undefined) {
    const kind = type ?? guessTypeByName(read.statements, typeByPath(file));
    // Nobody knows how many of them come into one policy.
    return [{ document: { ...read, type: kind, size: 0 }, file, pointer }];
  }
  const parts: readonly (readonly [string | number, JsonNode])[] =
    node.kind === "array"
      ? node.items.map((item, index) => [index, item])
      : membersOf(node).map(({ key, value }) => [key, value]);
  return parts.flatMap(([key, part]) => statementsIn(part, options, pointerTo(pointer, key)));
}

/** Why a file of a folder is passed over, where it is not broken: it is too much, or no YAML yet. */
function unreadReason({ code, message }: YamlProblem, text: string): string | undefined {
  if (code === "too-much") return message;
  // Helm, Jinja, Python's `format`, `%BUCKET%` of a build and others: what they make is YAML, what they are made of is not.
  return /\{\{|\{%|<%|^[ \t]*\{\w+\}[ \t]*$|(?::|-)[ \t]+%{1,2}[A-Za-z]\w*%/m.test(text)
    ? "the file cannot be read: it is a template of YAML"
    : undefined;
}

function problemOf({ message, line, column }: YamlProblem, file: string): SourceProblem {
  return { code: "not-yaml", message, file, line, column };
}

function unreadFile(message: string, { line, column }: YamlProblem, file: string): SourceProblem {
  return { code: "unread-policy", message, file, line, column };
}
