/** Where a suppression holds, and whether the plans have anything to do with it. */
import { meansAddress, PlannedPlaces } from "../../src/review/suppression-address";
import { processorTime } from "../growth";
import { configurationOf, planOf, reviewOf } from "./support";

test.each<[written: string, address: string, want: boolean]>([
  ["aws_s3_bucket.a", "aws_s3_bucket.a", true],
  ["aws_s3_bucket.a", 'aws_s3_bucket.a["x"]', true],
  ['aws_s3_bucket.a["x"]', 'aws_s3_bucket.a["y"]', false],
  ["aws_s3_bucket.a", "aws_s3_bucket.ab", false],
  ["module.scratch.*", "module.scratch.aws_s3_bucket.this", true],
  ["module.scratch.*", 'module.scratch["a"].aws_s3_bucket.this[0]', true],
  ["module.scratch.*", "module.scratch.module.inner.aws_s3_bucket.this", true],
  ["module.scratch.*", "module.scratchpad.aws_s3_bucket.this", false],
  ["*.aws_s3_bucket.this", "module.a.module.b.aws_s3_bucket.this", true],
  ["*.aws_s3_bucket.this", 'module.a["x"].aws_s3_bucket.this[1]', true],
  ["*.aws_s3_bucket.this", "module.a.aws_s3_bucket.other", false],
  ["module.*.aws_s3_*.this", "module.a.aws_s3_bucket.this", true],
  ["module.*.aws_s3_*.this", "module.a.aws_sqs_queue.this", false],
  ["aws_s3_bucket.tmp_*", "aws_s3_bucket.tmp_1", true],
  ["aws_s3_bucket.tmp_*", "aws_s3_bucket.data", false],
  ["*", "module.a.aws_s3_bucket.this", true],
  ["a*a", "a", false],
  ["aba*ba", "aba", false],
  // A star in a key is a part of its name.
  ['aws_route53_record.x["*.example.com"]', 'aws_route53_record.x["*.example.com"]', true],
  ['aws_route53_record.x["*.example.com"]', 'aws_route53_record.x["www.example.com"]', false],
  ['module.*.aws_route53_record.x["*.a"]', 'module.dns.aws_route53_record.x["*.a"]', true],
  ['module.*.aws_route53_record.x["*.a"]', 'module.dns.aws_route53_record.x["b.a"]', false],
])("%s means %s: %p", (written, address, want) => {
  expect(meansAddress(written, address)).toBe(want);
});

test("a pattern with many stars takes no time", () => {
  let isMeant: boolean | undefined;
  const time = processorTime(() => {
    isMeant = meansAddress(`${"*a".repeat(2_000)}b`, "a".repeat(4_000));
  });
  expect(isMeant).toBe(false);
  expect(time / 1e6).toBeLessThan(1);
});

const plan = planOf({
  changes: [{ address: 'module.job["a"].aws_sqs_queue.q', after: { name: "q" } }],
  prior: [{ address: "aws_s3_bucket.logs", values: {} }],
  configuration: configurationOf({ calls: [{ address: "module.empty", source: "./empty" }] }),
});

test.each<[address: string, want: boolean]>([
  ["module.job.aws_s3_bucket.gone", true],
  ['module.job["b"].aws_sqs_queue.q', true],
  ["module.empty.aws_sqs_queue.q", true],
  ["module.other.aws_sqs_queue.q", false],
  ["module.job.module.inner.aws_sqs_queue.q", false],
  ["aws_s3_bucket.gone", true],
  ["aws_sqs_queue.q", false],
  ["output.arn", false],
  ["module.job.*", true],
  ["module.jo*", true],
  ["module.other.*", false],
  ["aws_s3_bucket.*", true],
  ["aws_s3_*", true],
  ["aws_sqs_*", false],
  ["*.aws_s3_bucket.this", true],
])("the plan has to do with %s: %p", (address, want) => {
  expect(new PlannedPlaces([plan]).has(address)).toBe(want);
});

test("a suppression by a pattern takes its findings out", () => {
  const config = {
    suppressions: [{ rule: "bucket-destroyed", address: "module.scratch.*", reason: "made each night" }],
  };
  const changes = [
    "module.scratch.aws_s3_bucket.a",
    'module.scratch.aws_s3_bucket.b["x"]',
    "module.data.aws_s3_bucket.a",
  ].map((address) => ({ address, before: { bucket: "b" } }));
  const { rows, suppressed } = reviewOf([{ changes }], { config });
  const places = (list: typeof rows) => list.flatMap((row) => row.places.map(({ address }) => address));
  expect(places(suppressed).sort()).toEqual(["module.scratch.aws_s3_bucket.a", 'module.scratch.aws_s3_bucket.b["x"]']);
  expect(places(rows.filter(({ rule }) => rule === "bucket-destroyed"))).toEqual(["module.data.aws_s3_bucket.a"]);
});
