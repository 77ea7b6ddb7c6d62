import { defineRule } from "../rule";
import { matchLossOf } from "./resources/destruction";

/** Reports a resource that holds data, such as a DynamoDB table, that is destroyed or replaced. */
export const dataStoreDestroyed = defineRule({
  code: "data-store-destroyed",
  section: "data-loss",
  level: "danger",
  title: "data store destroyed",
  what: "A DynamoDB table, database cluster, snapshot, stream, file system, schema or another resource that holds data, destroyed or replaced. It is milder if the resource is only a queue, a cache or a history.",
  why: "The next apply does not bring its content back.",
  bad: "`aws_dynamodb_table.locks` is replaced, because its `hash_key` changes.",
  good: "Its `billing_mode` is updated in place.",
  looksAt: "resource",
  types: "every",
  check: (change, facts) => matchLossOf("data", change, facts),
});
