import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { type Message, say, words } from "../../text/message";
import { accountsOfPlan, type JudgedPrincipal, judgeKnown, judgePrincipal } from "../access/outside-principals";
import type { Facts } from "../facts";
import { differs, fieldAt, itemsAt, pairAt, showPair, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";

/** Types that share one thing with one principal: the arguments that name it, of which one is set, and what is shared. */
const SHARES: Readonly<Record<string, { readonly who: readonly string[]; readonly what: string }>> = {
  aws_ram_principal_association: { who: ["principal"], what: "a resource share" },
  aws_ami_launch_permission: {
    who: ["account_id", "group", "organization_arn", "organizational_unit_arn"],
    what: "an AMI",
  },
  aws_snapshot_create_volume_permission: { who: ["account_id"], what: "a snapshot" },
  aws_redshift_endpoint_authorization: { who: ["account"], what: "a Redshift cluster" },
  aws_redshift_data_share_authorization: { who: ["consumer_identifier"], what: "a data share" },
  aws_lambda_layer_version_permission: { who: ["principal"], what: "a layer" },
  aws_cloudwatch_event_permission: { who: ["principal"], what: "an event bus" },
  aws_vpc_endpoint_service_allowed_principal: { who: ["principal_arn"], what: "an endpoint service" },
  aws_servicecatalog_portfolio_share: { who: ["principal_id"], what: "a portfolio" },
};

/** Types that share themselves with a list of principals. */
const LISTS: Readonly<Record<string, { readonly list: string; readonly what: string }>> = {
  aws_db_snapshot: { list: "shared_accounts", what: "a snapshot" },
  aws_db_cluster_snapshot: { list: "shared_accounts", what: "a snapshot" },
  aws_db_snapshot_copy: { list: "shared_accounts", what: "a snapshot" },
  aws_vpc_endpoint_service: { list: "allowed_principals", what: "an endpoint service" },
};

const RAM = "aws_ram_resource_share";

/** Reports something of this account that is shared with other accounts, an organization or everybody. */
export const sharedOutside = defineRule({
  code: "shared-outside",
  section: "access",
  level: "danger",
  title: "shared with others",
  what: "A resource share (RAM), an AMI, a snapshot, an event bus or an endpoint service that is shared with everybody (danger), another account (danger), or an organization (attention). It is attention if the principal, or the plan's own account, is not known, and a note if the account is one of the plan's own.",
  why: "The other account can copy what is shared, and a copy cannot be taken back.",
  bad: "`aws_ami_launch_permission.golden` with `group` all is created.",
  good: "An AMI is shared with an account that the plan works in.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
  looksAt: "resource",
  types: [...Object.keys(SHARES), ...Object.keys(LISTS), RAM],
  check(change, facts) {
    if (change.action !== "create" && !isUpdateOrReplacement(change)) return [];
    if (change.type === RAM) return matchExternalPrincipals(change);
    return LISTS[change.type] === undefined ? matchShare(change, facts) : matchList(change, facts);
  },
});

function matchShare(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const share = SHARES[change.type];
  const changed = (share?.who ?? []).map((name) => pairAt(change, [name])).filter(differs);
  const named = changed.filter(({ after }) => after.value !== undefined && after.value !== "");
  // An argument that only the provider can fill in is unknown beside the one that is set.
  const unknown = named.length > 0 ? [] : changed.filter(({ after }) => after.unknown).slice(0, 1);
  const organization = fieldAt(change.after, ["organization_id"]);
  const isLimited = itemsAt(change.after.value, ["condition"]).length > 0 || stringIn(organization) !== undefined;
  return [...named, ...unknown].map(({ after }) => {
    const judged = judgePrincipal(after, facts.ofPlan(accountsOfPlan));
    return toMatch(words(share?.what ?? ""), isLimited ? withCondition(judged) : judged);
  });
}

/** A condition, such as one of an organization, limits who of them it is. */
function withCondition({ level, message }: JudgedPrincipal): JudgedPrincipal {
  return { level: level === "danger" ? "attention" : level, message: [...message, ", under a condition"] };
}

function matchList(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const { list, what } = LISTS[change.type] ?? { list: "", what: "" };
  const after = fieldAt(change.after, [list]);
  if (after.unknown || after.secret) {
    const pair = pairAt(change, [list]);
    // What the provider computes for a new resource is unknown, too.
    const isWritten = facts.configured(change)?.references.has(list) === true;
    return isWritten && differs(pair) ? [toMatch(words(what), judgePrincipal(after, []))] : [];
  }
  const before = new Set(itemsAt(change.before.value, [list]));
  const added = itemsAt(change.after.value, [list]).filter((item) => !before.has(item));
  return added.map((principal) => toMatch(words(what), judgeKnown(String(principal), facts.ofPlan(accountsOfPlan))));
}

function toMatch(what: Message, { level, message }: JudgedPrincipal): RuleMatch {
  return { message: say`${what} is shared with ${message}`, level };
}

/** The share may then have principals outside of the organization. */
function matchExternalPrincipals(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, ["allow_external_principals"]);
  const isOpen = pair.after.value === true || (pair.after.unknown && change.action === "update");
  return isOpen && differs(pair)
    ? [{ message: say`allow_external_principals ${showPair(pair)}`, level: "attention" }]
    : [];
}
