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

test.each<readonly [string, string | readonly string[], string | readonly string[], object?]>([
  ["the bucket", "s3:DeleteBucket", BUCKET],
  ["the bucket and its objects", ["s3:DeleteBucket", "s3:DeleteObject"], [BUCKET, OBJECTS]],
  ["a pattern for both", ["s3:DeleteBucket", "s3:DeleteObject"], "arn:aws:s3:::b*"],
  ["everything on objects", "s3:*", OBJECTS],
  ["all deletes on objects", "s3:Delete*", OBJECTS],
  ["all deletes on a bucket", "s3:Delete*", BUCKET],
  ["everything everywhere", "*", OBJECTS],
  ["anywhere", "s3:DeleteBucket", "*"],
  ["all but the objects", "s3:DeleteBucket", [], { Resource: undefined, NotResource: OBJECTS }],
  ["an action without ARN beside one with", ["glue:GetJobs", "glue:GetJob"], JOB],
  ["s3:ListAllMyBuckets on every bucket", "s3:ListAllMyBuckets", "arn:aws:s3:::*"],
  ["a key", ["kms:ScheduleKeyDeletion", "kms:DisableKey"], KEY],
  ["what is known later", "s3:DeleteBucket", "${aws_s3_bucket.b.arn}"],
])("a Deny of %s stays unsaid", (...row) => {
  const [, action, resource, more] = row;
  expect(findingsOf(action, resource, more)).toEqual([]);
});
