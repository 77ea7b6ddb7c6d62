import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { Condition } from "../../document/policy";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { policyOf } from "../example-policies";
import type { PlacedAction } from "../parsed/action-term";

const ORGANIZATION = { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const DENY = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };

/** Rule `deny-of-services`: AWS services are denied too. */
export const denyOfServices = defineRule({
  code: "deny-of-services",
  title: "AWS services are denied too",
  severity: "warning",
  what: "A Deny in a resource control policy for all but an organization or its units, without a condition on `aws:PrincipalIsAWSService` or on another key that tells services from others. Also one for all but the sources of an organization, without a test that the request has a source. A Deny that only applies under a further condition is exempt, and actions of AWS STS other than sts:AssumeRole.",
  why: "AWS services that come by themselves are in no organization: CloudTrail no longer writes to its bucket, and no service takes its role.",
  bad: { policy: policyOf({ ...DENY, Condition: ORGANIZATION }), type: "rcp" },
  good: {
    policy: policyOf({
      ...DENY,
      Condition: { ...ORGANIZATION, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } },
    }),
    type: "rcp",
  },
  source: `${CONDITION_KEYS}#condition-keys-principalisawsservice`,
  check: {
    types: ["rcp"],
    statement({ denies, actions, statement: { conditions } }) {
      const source = denies ? conditions.find(exceptsSources) : undefined;
      if (source !== undefined && conditions.some(isForServices) && !conditions.some(requiresSource)) {
        return {
          at: source,
          message: say`services that come for no resource do not have ${source.key}, so they are denied too`,
          hint: 'add `"Null": { "aws:SourceAccount": "false" }`',
          about: source.key,
        };
      }
      const organization = conditions.find(exceptsOrganization);
      if (!denies || organization === undefined || !conditions.every(isException) || !actions.some(isOfServices))
        return undefined;
      return {
        at: organization,
        message: say`requests of AWS services themselves do not have ${organization.key}, so they are denied too`,
        hint: 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }`',
        about: organization.key,
      };
    },
  },
});

/** Keys that requests of services lack. Exceptions by role guard what administrators do, and services do not. */
const OF_ORGANIZATION = /^aws:Principal(?:OrgID|OrgPaths)$/i;
/** Keys that tell services from others, or that requests of services have. */
const OF_SERVICES = /^aws:(?:PrincipalIsAWSService|PrincipalServiceName\w*|Source\w+|ViaAWSService|CalledVia\w*)$/i;

/** AWS's examples of resource control policies have the test beside it: aws-samples/resource-control-policy-examples, confused deputy. */
function exceptsSources({ key, operator }: Condition): boolean {
  return /Not/.test(operator) && /^aws:Source(?:OrgID|OrgPaths|Account)$/i.test(key);
}

/** `"Bool": { "aws:PrincipalIsAWSService": "true" }` */
function isForServices({ key, operator, values }: Condition): boolean {
  const isTrue = values.every(({ value }) => String(value).toLowerCase() === "true");
  return /^aws:PrincipalIsAWSService$/i.test(key) && operator === "Bool" && isTrue;
}

/** Whether a statement is only for requests that say on whose behalf they come. */
function requiresSource({ key, operator, values, ifExists }: Condition): boolean {
  if (hasToken(key)) return true;
  if (!/^aws:Source(?:Account|Arn|Org\w+)$/i.test(key)) return false;
  if (operator === "Null") return values.every(({ value }) => String(value).toLowerCase() === "false");
  return !/Not/.test(operator) && !ifExists;
}

function exceptsOrganization({ key, operator }: Condition): boolean {
  return /Not/.test(operator) && OF_ORGANIZATION.test(key);
}

/** Whether it only names who is not denied; a key that is not known may be about services. */
function isException({ key, operator }: Condition): boolean {
  return /Not/.test(operator) && !OF_SERVICES.test(key) && !hasToken(key);
}

/** AWS Organizations guide, "Resource control policies": of AWS STS services call `sts:AssumeRole` alone. */
function isOfServices({ term }: PlacedAction): boolean {
  return term.service !== "sts" || term.allows("sts:assumerole");
}
