/** A Deny that can match nothing, and what a Deny is often written with. */
import { lintPolicy } from "../../../src/iam/lint";
import { documentOf } from "../policies";

function findingsOf(action: string | readonly string[], resource: string | readonly string[], more: object = {}) {
  const statement = { Effect: "Deny", Action: action, Resource: resource, ...more };
  return lintPolicy(documentOf({ Version: "2012-10-17", Statement: [statement] }), { today: "2026-10-01" })
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, message, fix }) => ({ rule, message, fix }));
}

const BUCKET = "arn:aws:s3:::b";
const OBJECTS = "arn:aws:s3:::b/*";
const JOB = "arn:aws:glue:us-east-1:123456789012:job/orders";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

test.each([
  ["a bucket's action on objects", "s3:DeleteBucket", OBJECTS, "`s3:DeleteBucket` works"],
  ["an object's action on a bucket", "s3:DeleteObject", BUCKET, "`s3:DeleteObject` works"],
  ["one of two actions", ["s3:DeleteBucket", "s3:DeleteObject"], OBJECTS, "`s3:DeleteBucket` works"],
  ["a pattern of which no action works", "s3:DeleteBucket*", OBJECTS, "`s3:DeleteBucket*` works"],
  [
    "a key's action on an alias",
    "kms:ScheduleKeyDeletion",
    "arn:aws:kms:us-east-1:123456789012:alias/a",
    "`kms:ScheduleKeyDeletion` works",
  ],
  ["a crawler's action on a job", "glue:DeleteCrawler", JOB, "`glue:DeleteCrawler` works"],
])("%s is found", (_title, action, resource, start) => {
  const [found, ...others] = findingsOf(action, resource);
  expect(others).toEqual([]);
  expect(found?.rule).toBe("resource-type-mismatch");
  expect(found?.message.startsWith(start)).toBe(true);
  expect(found?.message).toMatch(/, so this denies nothing$/);
  expect(found?.fix).toBeUndefined();
});

test.each([
  ["an action that takes no ARN", "glue:GetJobs", JOB],
  ["several of them", ["s3:ListAllMyBuckets", "glue:GetCrawlers"], JOB],
])("%s is found", (_title, action, resource) => {
  const [found, ...others] = findingsOf(action, resource);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ rule: "action-takes-only-wildcard", fix: undefined });
  expect(found?.message).toMatch(/so this denies nothing$/);
});

interface SilentDeny {
  readonly title: string;
  readonly action: string | readonly string[];
  readonly resource?: string | readonly string[];
  readonly more?: object;
}

test.each<SilentDeny>([
  { title: "the bucket", action: "s3:DeleteBucket", resource: BUCKET },
  { title: "the bucket and its objects", action: ["s3:DeleteBucket", "s3:DeleteObject"], resource: [BUCKET, OBJECTS] },
  { title: "a pattern for both", action: ["s3:DeleteBucket", "s3:DeleteObject"], resource: "arn:aws:s3:::b*" },
  { title: "everything on objects", action: "s3:*", resource: OBJECTS },
  { title: "all deletes on objects", action: "s3:Delete*", resource: OBJECTS },
  { title: "all deletes on a bucket", action: "s3:Delete*", resource: BUCKET },
  { title: "everything everywhere", action: "*", resource: OBJECTS },
  { title: "anywhere", action: "s3:DeleteBucket", resource: "*" },
  {
    title: "all but the objects",
    action: "s3:DeleteBucket",
    resource: [],
    more: { Resource: undefined, NotResource: OBJECTS },
  },
  { title: "an action without ARN beside one with", action: ["glue:GetJobs", "glue:GetJob"], resource: JOB },
  { title: "s3:ListAllMyBuckets on every bucket", action: "s3:ListAllMyBuckets", resource: "arn:aws:s3:::*" },
  { title: "a key", action: ["kms:ScheduleKeyDeletion", "kms:DisableKey"], resource: KEY },
  { title: "what is known later", action: "s3:DeleteBucket", resource: "${aws_s3_bucket.b.arn}" },
])("a Deny of $title stays unsaid", ({ action, resource = [], more }) => {
  expect(findingsOf(action, resource, more)).toEqual([]);
});
