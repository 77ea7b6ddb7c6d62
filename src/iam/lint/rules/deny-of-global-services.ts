import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { matches, pattern } from "../../document/pattern";
import type { Condition } from "../../document/policy";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { policyOf } from "../example-policies";
import type { PlacedAction } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";

const OTHER_REGIONS = { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1"] } };
const DENY = { Effect: "Deny", Action: "*", Resource: "*", Condition: OTHER_REGIONS };

/** Rule `deny-of-global-services`: a Deny by Region takes global services away. */
export const denyOfGlobalServices = defineRule({
  code: "deny-of-global-services",
  title: "a Deny by Region takes global services away",
  severity: "warning",
  what: "A Deny for all Regions but some, of which us-east-1 is none, that does not except IAM: of every action, or of actions of IAM, AWS Organizations, Amazon CloudFront or Route 53.",
  why: "These services have one endpoint, in us-east-1, so each of their requests has this Region: nobody can use them.",
  bad: { policy: policyOf(DENY), type: "scp" },
  good: {
    policy: policyOf({
      Effect: "Deny",
      NotAction: ["cloudfront:*", "iam:*", "organizations:*", "route53:*", "support:*"],
      Resource: "*",
      Condition: OTHER_REGIONS,
    }),
    type: "scp",
  },
  source: `${CONDITION_KEYS}#condition-keys-requestedregion`,
  check: {
    types: ["identity", "permission-set", "boundary", "session", "scp"],
    statement(parsed) {
      const condition = parsed.denies && parsed.everywhere ? parsed.statement.conditions.find(isByRegion) : undefined;
      if (condition === undefined) return undefined;
      const taken = takenGlobals(parsed);
      if (taken === undefined) return undefined;
      return {
        at: taken.at,
        message: say`${taken.name} ${words("answers in")} ${"us-east-1"} ${words("alone, so each of its requests is denied")}`,
        hint: "except the services that are not in a Region with `NotAction`, or add `us-east-1`",
        about: condition.key,
      };
    },
  },
});

/**
 * Services of which every request has the Region us-east-1: AWS General Reference, endpoints of each. AWS Support answers in us-west-2 too.
 */
const GLOBAL = [
  ["IAM", "iam:getrole"],
  ["AWS Organizations", "organizations:describeorganization"],
  ["Amazon CloudFront", "cloudfront:getdistribution"],
  ["Route 53", "route53:gethostedzone"],
] as const;

/** Whether a condition excepts Regions of the partition `aws` without us-east-1; Regions that are not known may have it. */
function isByRegion({ key, operator, values, set }: Condition): boolean {
  if (key.toLowerCase() !== "aws:requestedregion" || !/^StringNot/.test(operator) || set !== undefined) return false;
  const regions = values.map(({ value }) => String(value));
  return (
    regions.length > 0 &&
    regions.every((region) => !hasToken(region) && /^[a-z?*][a-z0-9?*-]*$/.test(region)) &&
    regions.every(
      (region) => !/^(?:cn|us-gov|us-iso|eusc|eu-iso)/.test(region) && !matches(pattern(region), "us-east-1"),
    )
  );
}

/** What the statement takes of a global service, and where. Who excepts IAM has thought of it. */
function takenGlobals({ actions, statement }: ParsedStatement) {
  const { notActions } = statement;
  if (notActions !== undefined) {
    const isExcepted = notActions.some(({ value }) => hasToken(value) || /^[*?]|^iam:/i.test(value));
    const [first] = notActions;
    return isExcepted || first === undefined ? undefined : { at: first, name: words("IAM") };
  }
  const found = actions.flatMap((placed) => globalsIn(placed).map((name) => ({ at: placed.at, name: words(name) })));
  return found[0];
}

function globalsIn({ term }: PlacedAction): readonly string[] {
  if (term.kind === "open") return [];
  return GLOBAL.filter(([, id]) => term.allows(id) || term.service === id.split(":")[0]).map(([name]) => name);
}
