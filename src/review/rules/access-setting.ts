import { defineRule } from "../rule";
import { matchOpenWebhook } from "./resources/open-webhooks";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Reports settings by which more people or more code get in, or do more. */
export const accessSetting = defineRule({
  code: "access-setting",
  section: "access",
  level: "attention",
  title: "a setting gives more access",
  what: "A setting by which more people or more code get in or do more, and which is no policy: who signs in and how (authorizers, sign-in flows, callback URLs, triggers), commands in containers, root access, cross-origin requests, rows and columns of data sets, rules of Cedar, webhooks without a filter. Of new resources, only what is wide by itself.",
  why: "No policy changes, and yet somebody can do what they could not.",
  bad: "`enable_execute_command` of an ECS service false → true",
  good: "`enable_execute_command` of an ECS service true → false",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  looksAt: "resource",
  types: typesWithSettings("access-setting"),
  check: (change, facts) => [...matchSettings(change, "access-setting", facts), ...matchOpenWebhook(change)],
});
