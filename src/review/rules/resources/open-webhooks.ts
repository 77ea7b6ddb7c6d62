/** Webhooks of CodeBuild that start a build for whoever pushes or opens a pull request. */
import { isList, type Json, jsonAt } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { words } from "../../../text/message";
import { fieldAt, itemsAt } from "../../field";
import type { RuleMatch } from "../../rule";

/**
 * A new webhook without filters, or with a group of them that takes pull requests of whoever opens one, and without an approval.
 *
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/pull-request-build-policy.html
 */
export function matchOpenWebhook({ type, action, after }: ResourceChange): readonly RuleMatch[] {
  if (type !== "aws_codebuild_webhook" || action !== "create") return [];
  const approval = fieldAt(after, ["pull_request_build_policy", 0, "requires_comment_approval"]).value;
  if (fieldAt(after, ["filter_group"]).unknown || /^(?:ALL|FORK)_/.test(String(approval))) return [];
  const groups = itemsAt(after.value, ["filter_group"]);
  if (groups.length === 0)
    return [{ message: words("without a filter: every push and every pull request starts a build of its code") }];
  return groups.some(takesAnyPullRequest)
    ? [{ message: words("a filter without an actor: whoever opens a pull request starts a build of its code") }]
    : [];
}

/** Filters that leave out who opened a pull request, or whose account it is. */
const ACTORS = ["ACTOR_ACCOUNT_ID", "REPOSITORY_NAME", "ORGANIZATION_NAME"];

function takesAnyPullRequest(group: Json): boolean {
  const filters = jsonAt(group, ["filter"]) ?? [];
  if (!isList(filters)) return false;
  const texts = (name: string, filter: Json) => String(jsonAt(filter, [name]) ?? "");
  const takesThem = filters.some(
    (one) => texts("type", one) === "EVENT" && /PULL_REQUEST_(?:CREATED|UPDATED|REOPENED)/.test(texts("pattern", one)),
  );
  return takesThem && !filters.some((one) => ACTORS.includes(texts("type", one)));
}
