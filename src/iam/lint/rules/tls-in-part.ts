import { say, words } from "../../../text/message";
import { tokenMeaning } from "../../document/pattern-tokens";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { isEverybody } from "../principals/who-comes-in";

const BUCKET = "arn:aws:s3:::raw-zone";
const deny = (Resource: string | readonly string[]) => ({
  policy: policyOf({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  }),
  type: "resource" as const,
});

/** Rule `tls-in-part`: TLS for a part of the bucket. */
export const tlsInPart = defineRule({
  code: "tls-in-part",
  title: "TLS for a part of the bucket",
  severity: "warning",
  what: "A Deny of `s3:*` without TLS in the policy of a bucket whose resources are the bucket alone, and as info one whose resources are objects alone.",
  why: "Objects can still be read and written without TLS, or the bucket listed.",
  bad: deny(BUCKET),
  good: deny([BUCKET, `${BUCKET}/*`]),
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
  check: {
    types: ["resource"],
    statement(parsed, { parsedStatements }) {
      if (!deniesWithoutTls(parsed) || parsed.resources.length === 0) return undefined;
      const all = parsedStatements.filter(deniesWithoutTls).flatMap(({ resources }) => resources.map(partOf));
      const [first] = parsed.resources;
      const part = all[0];
      if (part === undefined || all.some((one) => one !== part)) return undefined;
      return {
        at: first!.at,
        message: say`${words(part === "bucket" ? "objects of the bucket can still be read and written without TLS, as only the bucket is named" : "the bucket can still be listed without TLS, as only objects are named")}`,
        hint: "name the ARN of the bucket, and the same with `/*` behind it",
        ...(part === "bucket" ? {} : ({ severity: "info" } as const)),
        about: first!.at.value,
      };
    },
  },
});

/** Whether all of Amazon S3 is denied to everybody without TLS, and nothing more is asked. */
function deniesWithoutTls({ denies, actions, statement: { conditions, principals = [] } }: ParsedStatement): boolean {
  const [only, ...others] = conditions;
  if (!denies || only === undefined || others.length > 0 || !principals.some(isEverybody)) return false;
  if (only.key.toLowerCase() !== "aws:securetransport" || only.operator !== "Bool") return false;
  if (!only.values.every(({ value }) => String(value).toLowerCase() === "false")) return false;
  return actions.some(({ term }) => term.id === "s3:*" || term.kind === "all");
}

/** What a resource is, if that is certain. */
function partOf({ at }: ParsedStatement["resources"][number]): "bucket" | "objects" | undefined {
  const text = at.source ?? at.meaning ?? at.value;
  if (/^arn:[^:]*:s3:::[^/*?${}]+$/.test(text)) return "bucket";
  if (/^arn:[^:]*:s3:::[^/*?${}]+\/.+$/.test(text)) return "objects";
  const [, inside = "", rest] = /^\$\{([^{}]+)\}(.*)$/.exec(text) ?? [];
  const meaning = tokenMeaning(inside);
  if (meaning.kind !== "arn" || meaning.format !== "arn:%:s3:::%") return undefined;
  return rest === "" ? "bucket" : rest?.startsWith("/") ? "objects" : undefined;
}
