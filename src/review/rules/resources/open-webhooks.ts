/** Webhooks of CodeBuild that start a build for whoever pushes or opens a pull request. */
import type { ResourceChange } from "../../../terraform/plan/plan";
import { words } from "../../../text/message";
import { fieldAt, itemsAt } from "../../field";
import type { RuleMatch } from "../../rule";

const WEBHOOK = "aws_codebuild_webhook";

const APPROVALS: readonly unknown[] = ["ALL_PULL_REQUESTS", "FORK_PULL_REQUESTS"];

/**
 * A new webhook without filters, or with one for pull requests that asks neither who opens them nor for an approval.
 *
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/pull-request-build-policy.html
 */
export function matchOpenWebhook({ type, action, after }: ResourceChange): readonly RuleMatch[] {
  if (type !== WEBHOOK || action !== "create" || fieldAt(after, ["filter_group"]).unknown) return [];
  const approval = fieldAt(after, ["pull_request_build_policy", 0, "requires_comment_approval"]).value;
  if (APPROVALS.includes(approval)) return [];
  const groups = itemsAt(after.value, ["filter_group"]).map((group) =>
    itemsAt(group, ["filter"]).map((filter) => JSON.stringify(filter)),
  );
  if (groups.length === 0)
    return [{ message: words("without a filter: every push and every pull request starts a build of its code") }];
  const isOpen = groups.some(
    (filters) =>
      filters.some((filter) => /PULL_REQUEST_(?:CREATED|UPDATED|REOPENED)/.test(filter)) &&
      !filters.some((filter) => filter.includes('"ACTOR_ACCOUNT_ID"')),
  );
  const message = words("a pull request starts a build of its code, whoever opens it");
  return isOpen ? [{ message, level: "note" }] : [];
}
