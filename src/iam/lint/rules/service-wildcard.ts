import { say, words } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { LEAST_PRIVILEGE } from "../documentation";
import { allow, JOB } from "../example-policies";
import { isServiceWildcard } from "../parsed/action-term";
import { isAdmin } from "../parsed/parsed-statement";
import { listOf, verb } from "../words";

/** Rule `service-wildcard`: all actions of a service. */
export const serviceWildcard = defineRule({
  code: "service-wildcard",
  title: "all actions of a service",
  severity: "security",
  what: "`glue:*` and similar in an Allow of an identity policy, on any resources. Exempt are the channels of the agent of Systems Manager, and the public price list.",
  why: "It includes deletes, changes of resource policies, and all actions that AWS adds later.",
  bad: allow("glue:*", JOB),
  good: allow("glue:GetJob", JOB),
  source: LEAST_PRIVILEGE,
  check: {
    types: GRANTED_TO_IDENTITY,
    comparesEntries: true,
    statement(parsed, context) {
      if (!parsed.allows) return undefined;
      const wide = parsed.actions.filter(
        ({ term }) =>
          ((isServiceWildcard(term) && !HARMLESS.has(term.service)) || (term.kind === "all" && parsed.named)) &&
          !context.grants.isWhollyDenied(term, parsed),
      );
      const [first] = wide;
      if (first === undefined || isAdmin(parsed)) return undefined;
      const names = wide.map(({ at }) => at.value);
      const isAll = wide.some(({ term }) => term.kind === "all");
      const whose = isAll ? "on these resources" : `of ${verb(names, "the service", "their services")}`;
      return {
        at: first.at,
        message: say`${listOf(names)} ${words(verb(names, "allows", "allow"))} all actions ${words(whose)}, including those that AWS adds later`,
        hint: "name the actions that are used",
        about: names.join(),
      };
    },
  },
});

/**
 * AWS gives all actions of the first two to every instance: AmazonSSMManagedInstanceCore. The third shows prices, which are public: AWS
 * Billing guide, "AWS Price List".
 */
const HARMLESS: ReadonlySet<string> = new Set(["ec2messages", "ssmmessages", "pricing"]);
