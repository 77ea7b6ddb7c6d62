import { defineRule } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Reports patterns and filters by which other events, messages or log lines are passed on than before. */
export const eventFilter = defineRule({
  code: "event-filter",
  section: "availability",
  level: "attention",
  title: "other events are passed on",
  what: "Patterns of EventBridge, filters of SNS subscriptions, of triggers of functions, of pipes, of logs and of notifications that change, are removed, or are new where nothing was filtered. The order of keys and members is no change.",
  why: "What no longer matches is dropped without a word, and what matches now reaches who did not get it before.",
  bad: '`event_pattern` {"source":["aws.guardduty"]} → {"source":["aws.guardduty"],"detail":{"severity":[9]}}',
  good: "`event_pattern` with its keys in another order.",
  source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html",
  looksAt: "resource",
  types: typesWithSettings("event-filter"),
  check: (change, facts) => matchSettings(change, "event-filter", facts),
});
