import { destroys } from "../../terraform/plan/actions";
import { join, words } from "../../text/message";
import type { LossKind } from "../loss/loss";
import { lossOfChange } from "../loss/loss-of-change";
import { defineRule } from "../rule";
import { judgeLoss } from "./resources/destruction";
import { lossCircumstances } from "./resources/loss-circumstances";

/** The new object works already, so what is said of a type is not always what happens. */
const INTRODUCTIONS: Partial<Readonly<Record<LossKind, string>>> = {
  outage: "if something still uses the old one: ",
  empty: "left over from an earlier replacement: ",
};

/** Reports an object that an earlier replacement left over, and that is deleted now. */
export const deposedDestroyed = defineRule({
  code: "deposed-destroyed",
  section: "data-loss",
  level: "attention",
  title: "left-over object destroyed",
  what: "An object that an earlier replacement left over, and that is deleted now. Its level is that of its type: a danger for a database, a note for what holds nothing.",
  why: "After `create_before_destroy` it is the old object, the one with the data.",
  bad: "A bucket that an apply could not delete after its replacement is deleted now.",
  good: "The earlier apply deleted it.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!destroys(change.action) || change.deposed === undefined) return [];
    const loss = lossOfChange(change);
    if (loss === undefined) return [{ message: judgeLoss(change) }];
    const lost = words(`${INTRODUCTIONS[loss.kind] ?? ""}${loss.lost}`);
    return [{ message: join([lost, ...lossCircumstances(change, facts)], "; "), level: loss.level }];
  },
});
