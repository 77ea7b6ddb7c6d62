import { callName } from "../../src/text/call-name";

test.each([
  ["queue", "queue"],
  ["glue-role", "role"],
  ["glue-table-optimizer", "optimizer"],
  ["queue-with-dlq", "queue"],
  ["sqs-queue-for-events", "queue"],
  ["bucket-of-logs-in-region", "bucket"],
  ["to-do", "do"],
  ["lake-formation", "formation"],
  ["internal-forwarder", "forwarder"],
])("a call of %s is called %s", (name, want) => {
  expect(callName(name)).toBe(want);
});
