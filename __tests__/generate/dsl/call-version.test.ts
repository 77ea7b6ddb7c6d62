/** The version of a module that is called by its source: of a registry there should be one, of anything else there is none. */
import { moduleCall } from "tfwright";
import { defineOne, problemsOf, warningsIn } from "../one-module";

function calling(source: string, version?: string) {
  return defineOne({
    providers: {},
    build(scope) {
      moduleCall(scope, "vpc", { source, ...(version !== undefined && { version }), inputs: {} });
      return {};
    },
  });
}

test.each([
  ["terraform-aws-modules/vpc/aws", true],
  ["terraform-aws-modules/iam/aws//modules/iam-role", true],
  ["app.terraform.io/acme/vpc/aws", true],
  ["localhost.localdomain:8443/acme/vpc/aws", true],
  ["./vpc", false],
  ["../vpc", false],
  ["github.com/acme/vpc", false],
  ["github.com/acme/modules/vpc", false],
  ["git::https://example.com/vpc.git?ref=v1", false],
  ["git@github.com:acme/vpc.git", false],
  ["https://example.com/vpc.zip", false],
  ["s3::https://s3-eu-west-1.amazonaws.com/bucket/vpc.zip", false],
])("%s", (source, isInRegistry) => {
  expect(warningsIn(calling(source)).map(({ code, path }) => [code, path])).toEqual(
    isInRegistry ? [["no-version", "sample.module.vpc.source"]] : [],
  );
  if (isInRegistry) expect(warningsIn(calling(source, "~> 6.0"))).toEqual([]);
  else
    expect(problemsOf(calling(source, "~> 6.0")).map(({ path, message }) => `${path}: ${message}`)).toEqual([
      `sample.module.vpc.version: \`version\` is only for a module in a registry, and \`${source}\` is in none`,
    ]);
});
