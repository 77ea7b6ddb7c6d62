import { destroys } from "../../terraform/plan/actions";
import { words } from "../../text/message";
import { defineRule } from "../rule";
import { dataStores } from "./resources/data-stores";

/** Reports an object that an earlier replacement left over, and that is deleted now. */
export const deposedDestroyed = defineRule({
  code: "deposed-destroyed",
  section: "data-loss",
  level: "note",
  title: "left-over object destroyed",
  what: "An object that an earlier replacement left over, and that is deleted now.",
  why: "It may still hold data.",
  bad: "A bucket that an apply could not delete after its replacement is deleted now.",
  good: "The earlier apply deleted it.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format",
  looksAt: "resource",
  types: "every",
  check({ action, deposed, type }) {
    if (!destroys(action) || deposed === undefined) return [];
    return [{ message: words(dataStores.get(type)?.lost ?? "left over from an earlier replacement") }];
  },
});
