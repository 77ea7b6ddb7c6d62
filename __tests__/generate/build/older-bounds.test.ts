/** A class is of one version of its provider; a bound may allow older ones alone, in which arguments of the class may be missing. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { DataResource } from "cdktf";
import { output, resource } from "tfwright";
import { defineOne, warningsIn } from "../one-module";

function warningsOf(version: string | undefined): readonly string[] {
  const module = defineOne({
    providers: { aws: { source: "hashicorp/aws", ...(version !== undefined && { version }) } },
    build(scope) {
      resource(scope, DataResource, "t", { input: "a" });
      resource(scope, SqsQueue, "b", { name: "b" });
      return { arn: output(resource(scope, SqsQueue, "a", { name: "a" }).arn) };
    },
  });
  return warningsIn(module).map(({ path, message, hint }) => `${path}: ${message}; ${hint}`);
}

test.each(["~> 4.0", ">= 5.0, < 6.0", "5.31.0"])("%s is told, once", (version) => {
  expect(warningsOf(version)).toEqual([
    expect.stringMatching(
      /^sample\.providers\.aws: the definition allows hashicorp\/aws .*, but the class of aws_sqs_queue is that of 6\.[\d.]+: it may have arguments that there are not; .*">= 6\.0"$/,
    ),
  ]);
});

test.each([">= 5.0", ">= 6.0", "~> 6.0", ">= 7.0", undefined])("%s is not", (version) => {
  expect(warningsOf(version)).toEqual([]);
});
