/** `provider = aws` of an `aws_...` resource, which says what Terraform does without it. */
import { memberIn } from "../json/json-node";
import type { RootBlock } from "./stack-file";

/** Blocks of which the type names a provider. */
const OF_PROVIDERS: ReadonlySet<string> = new Set(["resource", "data", "ephemeral"]);

/**
 * A block without a `provider` that names the provider which Terraform takes for its type in any case: the first word of it. A name with
 * an alias, and that of another provider, such as `google-beta`, stay.
 *
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider
 */
export function withoutDefaultProvider(block: RootBlock): RootBlock {
  const { type, labels, body } = block;
  const provider = OF_PROVIDERS.has(type) ? memberIn(body, "provider") : undefined;
  if (provider?.kind !== "string" || provider.value !== labels[0]?.split("_")[0]) return block;
  return { ...block, body: { ...body, members: body.members.filter(({ key }) => key !== "provider") } };
}
