/** Webhooks of CodeBuild that start a build for whoever pushes or opens a pull request. */
import type { ResourceChange } from "../../../terraform/plan/plan";
import { words } from "../../../text/message";
import { fieldAt, itemsAt } from "../../field";
import type { RuleMatch } from "../../rule";

/**
 * A new webhook without filters, and without an approval of pull requests.
 *
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/pull-request-build-policy.html
 */
export function matchOpenWebhook({ type, action, after }: ResourceChange): readonly RuleMatch[] {
  if (type !== "aws_codebuild_webhook" || action !== "create") return [];
  const isFiltered = fieldAt(after, ["filter_group"]).unknown || itemsAt(after.value, ["filter_group"]).length > 0;
  const approval = fieldAt(after, ["pull_request_build_policy", 0, "requires_comment_approval"]).value;
  if (isFiltered || /^(?:ALL|FORK)_/.test(String(approval))) return [];
  return [{ message: words("without a filter: every push and every pull request starts a build of its code") }];
}
