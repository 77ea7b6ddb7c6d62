import { say } from "../../text/message";
import { differs, pairAt, show, showPair } from "../field";
import { defineRule } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Reports the time to live of a DynamoDB table, if it is turned on or uses another attribute, and expirations in other clouds. */
export const itemsExpire = defineRule({
  code: "items-expire",
  section: "data-loss",
  level: "danger",
  title: "items expire",
  what: "Time to live of a DynamoDB table that is turned on, or uses another attribute. Also tables of BigQuery, containers of Cosmos DB and secrets that expire, or expire sooner.",
  why: "DynamoDB deletes every item whose attribute is a time in the past, within days. The items cannot be restored.",
  bad: '`ttl { enabled = false }` → `ttl { enabled = true, attribute_name = "expires" }`',
  good: "`ttl { enabled = true }` → `ttl { enabled = false }`",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html",
  looksAt: "resource",
  types: ["aws_dynamodb_table", ...typesWithSettings("items-expire")],
  check(change, facts) {
    if (change.type !== "aws_dynamodb_table") return matchSettings(change, "items-expire", facts);
    if (change.action !== "update") return [];
    const enabled = pairAt(change, ["ttl", 0, "enabled"]);
    const attribute = pairAt(change, ["ttl", 0, "attribute_name"]);
    const wasEnabled = enabled.before.value === true;
    if (enabled.after.value !== true || (wasEnabled && !differs(attribute))) return [];
    return [{ message: say`by the attribute ${wasEnabled ? showPair(attribute) : show(attribute.after)}` }];
  },
});
