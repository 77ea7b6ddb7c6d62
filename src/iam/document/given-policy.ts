/** Policies as callers of the library give them: read before, as JSON has them, or as a text. */
import { fail } from "../../errors";
import { checkArgument } from "../../text/check-argument";
import type { PolicyDocument, PolicyType } from "./policy";
import { readPolicyText, readPolicyValue } from "./read-policy";
import type { AnyPolicy } from "./write-policy";

/** How messages name what was given, and what the policies are attached to. */
interface GivenPolicyOptions {
  readonly name: string;
  /** Function and argument. @default the name */
  readonly place?: string;
  /** @default what their elements look like */
  readonly type?: PolicyType;
}

/** All documents in what was given. @throws TfwrightError if it is not JSON, or contains no policy */
export function documentsOf(
  given: unknown,
  { name, place = name, type }: GivenPolicyOptions,
): readonly PolicyDocument[] {
  if (isDocument(given)) return [given];
  if (typeof given !== "string") checkGiven(given, place);
  const { policies, problems } =
    typeof given === "string" ? readPolicyText(given, { type }) : readPolicyValue(given, { type });
  const [problem] = problems;
  if (problem !== undefined) {
    const { code, message, hint, line, column } = problem;
    fail({ code, path: line === undefined ? name : `${name}:${line}:${column}`, message, hint });
  }
  return policies.map(({ document }) => document);
}

/** The one document of a policy. @throws TfwrightError if there is none, or more than one */
export function documentOf(given: AnyPolicy): PolicyDocument {
  if (isDocument(given)) return given;
  const documents = documentsOf(given, { name: "policy" });
  const [document] = documents;
  if (document !== undefined && documents.length === 1) return document;
  return fail({
    code: "several-policies",
    path: "policy",
    message: `one policy is expected, and here are ${documents.length}`,
    hint: "give them one by one",
  });
}

/** What is no text has to be a policy, or a list of policies. */
function checkGiven(given: unknown, name: string): void {
  const example =
    'a policy: its JSON text, `{ Version: "2012-10-17", Statement: [...] }`, or a document of `readPolicyText`';
  if (!Array.isArray(given)) checkArgument(given, "object", name, { example });
}

function isDocument(given: unknown): given is PolicyDocument {
  return typeof given === "object" && given !== null && Array.isArray((given as Partial<PolicyDocument>).statements);
}
