import { listValues, say, words } from "../../text/message";
import { lossOfChange } from "../loss/loss-of-change";
import { defineRule } from "../rule";
import { isDestroyed } from "./resources/destruction";
import { changedNetwork, changesMore, decidesByName, tellArguments } from "./resources/judged-by-name";
import { matchSettings } from "./resources/settings";

/** Reports firewalls and lists of addresses of a provider whose networks the review does not compare. */
export const networkNotCompared = defineRule({
  code: "network-not-compared",
  section: "network",
  level: "attention",
  title: "network rules change, and are not compared",
  what: "A firewall, security group, list of addresses or another resource that by its name decides who reaches what, new, changed or destroyed, of a provider whose networks the review does not compare, in one row for each type; and a list of addresses in another resource that changes, and not only gets shorter. What a new one says stands in the details.",
  why: "The review cannot tell whether it opens something to the Internet.",
  bad: "`oci_core_security_list.web` changes its `ingress_security_rules`.",
  good: "`freeform_tags` of `oci_core_security_list.web` change.",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (/^aws_(?!cloudcontrolapi_)/.test(change.type)) return matchSettings(change, "network-not-compared", facts);
    if (decidesByName(change) !== "network") {
      const names = changedNetwork(change);
      return names.length === 0 ? [] : [{ message: say`${listValues(names, 4)}: read who reaches it` }];
    }
    // Of a type that nobody knows, its destruction is told already.
    if (isDestroyed(change) && change.action === "delete" && lossOfChange(change) !== undefined)
      return [{ message: words("its rules go: read what is reached without them") }];
    if (!changesMore(change)) return [];
    return [{ message: words("it decides who reaches what: read it"), details: tellArguments(change) }];
  },
});
