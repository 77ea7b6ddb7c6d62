/** The classes of provider packages do not say what is sensitive; names such as `secret` do. */
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { type Expr, fn, map, output, resource, resourceType, set, string } from "tfwright";
import { defineOne, textOf, warningsIn } from "../one-module";

const Vault = resourceType("acme_vault", { arguments: {}, attributes: { password: string() } });

function warningsOf(show: (found: Readonly<Record<string, Expr<string>>>) => unknown, options: object = {}) {
  const module = defineOne({
    providers: {
      aws: { source: "hashicorp/aws", version: ">= 6.0" },
      acme: { source: "acme/acme", version: ">= 1.0" },
    },
    variables: { users: set(string(), { known: true }), tags: map(string()) },
    build(scope, v) {
      const key = resource(scope, IamAccessKey, "one", { user: "u" });
      const keys = resource(scope, IamAccessKey, "many", (one) => ({ user: one.value }), { forEach: v.users });
      const database = resource(scope, DbInstance, "db", { instanceClass: "x", tags: v.tags });
      const queue = resource(scope, SqsQueue, "q", {});
      const vault = resource(scope, Vault, "v", {});
      const value = show({ key, keys, database, queue, vault } as never);
      return { shown: output(value as never, options), other: output(queue.arn) };
    },
  });
  return {
    module,
    warnings: warningsIn(module).map(({ path, message }) => `${path}: ${message.split(",")[0]}`),
  };
}

test.each<[string, (found: never) => unknown, string]>([
  ["an attribute", ({ key }: never) => (key as never as { secret: unknown }).secret, "aws_iam_access_key.one.secret"],
  [
    "a part of a text",
    ({ key }: never) => `x-${(key as never as { secret: string }).secret}`,
    "aws_iam_access_key.one.secret",
  ],
  [
    "of many",
    ({ keys }: never) =>
      (keys as never as { all(pick: (one: never) => unknown): unknown }).all(
        (one: never) => (one as { secret: unknown }).secret,
      ),
    "aws_iam_access_key.many.secret",
  ],
  [
    "a password",
    ({ database }: never) => (database as never as { password: unknown }).password,
    "aws_db_instance.db.password",
  ],
])("%s is told", (_what, show, secret) => {
  expect(warningsOf(show as never).warnings).toEqual([`sample.outputs.shown: the output shows \`${secret}\``]);
});

test.each<[string, (found: never) => unknown]>([
  ["another attribute", ({ key }: never) => (key as never as { id: unknown }).id],
  ["one that a schema is there for", ({ vault }: never) => (vault as never as { password: unknown }).password],
  ["a hidden one", ({ key }: never) => fn.nonsensitive((key as never as { secret: Expr<string> }).secret)],
])("%s is not", (_what, show) => {
  expect(warningsOf(show as never).warnings).toEqual([]);
});

test.each([true, false])("what the author says counts: %s", (sensitive) => {
  const { module, warnings } = warningsOf(({ key }) => (key as never as { secret: unknown }).secret, { sensitive });
  expect(warnings).toEqual([]);
  expect(textOf(module, "outputs.tf").includes("sensitive")).toBe(sensitive);
});
