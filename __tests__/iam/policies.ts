/** Policies for the tests of the IAM engine. */
import type { PolicyDocument, PolicyType } from "../../src/iam/document/policy";
import { readPolicyText, readPolicyValue } from "../../src/iam/document/read-policy";

/** The S3 policy of a published article, as it was meant: with straight quotes. */
export const ARTICLE = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
  "Action":["s3:GetObject","s3:PutObject","s3:List*"],
  "Resource":["arn:aws:s3:::data-lake-snapshot-rds-test-s3/*","arn:aws:s3::data-lake-test-target-s3/*"]}]}`;

/** The same with the curly quotes in which it was published. */
export const ARTICLE_AS_PUBLISHED = ARTICLE.replace(/"([^"]*)"/g, "\u201c$1\u201d");

/** The one document of a text without problems. */
export function documentOf(policy: string | object, type?: PolicyType): PolicyDocument {
  const { policies, problems } =
    typeof policy === "string" ? readPolicyText(policy, { type }) : readPolicyValue(policy, { type });
  const [first] = policies;
  if (first === undefined || policies.length > 1 || problems.length > 0) throw new Error(JSON.stringify(problems));
  return first.document;
}

/** A document of these statements. */
export function documentWith(...statements: readonly object[]): PolicyDocument {
  return documentOf({ Version: "2012-10-17", Statement: statements });
}
