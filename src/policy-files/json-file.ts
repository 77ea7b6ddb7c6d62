/** Policies in JSON files whose place or text needs more than the reader of JSON: names that tell a type, holes to be filled in. */
import type { Locate } from "../iam/document/elements";
import { guessTypeByName } from "../iam/document/guess-type";
import type { PolicyHolder, PolicyType } from "../iam/document/policy";
import { readPolicyText } from "../iam/document/read-policy";
import { pointerTo } from "../json/json-node";
import { readJson } from "../json/read-json";
import { type ObjectValue, textValue, type Value } from "../terraform/value";
import { LineIndex } from "../text/line-index";
import { tokenEnd } from "../text/tokens";
import { NOTHING_FOUND, type SourcePolicy, type SourceReading } from "./found";
import { documentOf, policyIn } from "./policy-node";
import { readPolicyJson } from "./policy-text";
import { typeByPath } from "./type-by-path";

interface JsonFileOptions {
  readonly file: string;
  /** Whether a person named the file. Then a file without a policy is reported. */
  readonly named: boolean;
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
}

/** Policies are searched so deep. */
const DEEPEST = 6;

/** The policies of a file whose name tells their type; undefined if it does not. */
export function policiesByName(text: string, { file, named }: JsonFileOptions): SourceReading | undefined {
  const byName = typeByPath(file);
  if (byName === undefined) return undefined;
  const { policies, problems } = readPolicyText(text, { byName });
  const told = named ? problems : problems.filter(({ code }) => code !== "not-a-policy");
  return {
    ...NOTHING_FOUND,
    policies: policies.map(({ document, pointer, holder = holderByName(document.type) }) => ({
      document: { ...document, size: document.size - unfilledLength(text) },
      file,
      pointer,
      holder,
    })),
    problems: told.map((problem) => ({ ...problem, file })),
  };
}

/**
 * The policies of a text that is JSON as soon as another tool has filled in its `${...}`, which stand in the places of values: each is a
 * value that is not known. Undefined if the text is something else.
 */
export function policiesInUnfilled(text: string, { file, type }: JsonFileOptions): SourceReading | undefined {
  const hole = firstHole(text);
  const read = hole === undefined ? undefined : readPolicyJson(textValue(text, 0, [{ at: 0, from: 0 }]));
  if (hole === undefined || read?.value === undefined) return undefined;
  const lines = new LineIndex(text);
  const locate: Locate = (pointer, offset) => lines.place(pointer, offset);
  const policies = policiesIn(read.value, "", DEEPEST).flatMap(({ policy, pointer }): readonly SourcePolicy[] => {
    const document = documentOf(policy, locate, type);
    if (document === undefined) return [];
    const kind = type ?? guessTypeByName(document.statements, typeByPath(file));
    return [{ document: kind === document.type ? document : { ...document, type: kind }, file, pointer }];
  });
  if (policies.length === 0) return undefined;
  const others = read.problems.map(({ code, message, hint, offset, pointer }) => ({
    code,
    message,
    hint,
    file,
    ...lines.place(pointer, read.placeOf(offset) ?? 0),
  }));
  const unfilled = {
    code: "to-be-filled-in",
    message: `\`${hole.token}\` is to be filled in`,
    hint: hole.hint,
    file,
    ...lines.place("", hole.at),
  };
  return { ...NOTHING_FOUND, policies, problems: [unfilled, ...others] };
}

/** A file that is called a session policy may be a managed policy, whose ARN is given for a session. */
function holderByName(type: PolicyType): PolicyHolder | undefined {
  return type === "session" ? "managed-policy" : undefined;
}

/** The length of what is to be filled in, which may turn out to be short; variables of IAM have a colon. */
function unfilledLength(text: string): number {
  return [...text.matchAll(/\$\{[^}:*?$]+\}/g)].reduce((sum, [token]) => sum + token.length, 0);
}

/** Something to be filled in. */
interface Hole {
  readonly at: number;
  readonly token: string;
  readonly hint: string | undefined;
}

/** The `${...}` because of which a text is no JSON; undefined if it is JSON, or something else is wrong with it before. */
function firstHole(text: string): Hole | undefined {
  if (!text.includes("${")) return undefined;
  const { value, problems } = readJson(text);
  // What the reader recovers from comes before what it does not.
  const at = value === undefined ? problems.at(-1)?.offset : undefined;
  const end = at !== undefined && text.startsWith("${", at) ? tokenEnd(text, at) : undefined;
  if (at === undefined || end === undefined) return undefined;
  return { at, token: text.slice(at, end), hint: problems.at(-1)?.hint };
}

/** The policies in a value, each with its pointer. */
function policiesIn(value: Value, pointer: string, depth: number): ReturnType<typeof foundAt> {
  const policy = policyIn(value);
  if (policy !== undefined) return foundAt(policy, pointer);
  if (depth === 0) return [];
  if (value.kind === "list")
    return value.items.flatMap((item, index) => policiesIn(item, pointerTo(pointer, index), depth - 1));
  if (value.kind !== "object") return [];
  return value.entries.flatMap((entry) => policiesIn(entry.value, pointerTo(pointer, entry.key), depth - 1));
}

function foundAt(policy: ObjectValue, pointer: string): readonly { policy: ObjectValue; pointer: string }[] {
  return [{ policy, pointer }];
}
