/** Resources that are imported into the state. */
import { hasEffect } from "../../../terraform/plan/actions";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { type Message, say, words } from "../../../text/message";

/** Whether the plan changes, in AWS, what it imports. */
export function changesImported(change: ResourceChange): boolean {
  return hasEffect(change) && change.action !== "create";
}

/** The ID of an import, what happens to the resource afterwards, and whether Terraform generated the resource's configuration. */
export function showImport({ importing, generatedConfig }: ResourceChange, afterwards: string): Message {
  const { id, identity } = importing ?? {};
  const by =
    id !== undefined
      ? say`by id ${id}`
      : identity !== undefined
        ? say`by identity ${JSON.stringify(identity)}`
        : words("by an id known only after apply");
  const isGenerated = generatedConfig !== undefined;
  return [...by, ...words(afterwards), ...words(isGenerated ? "; its configuration was written by Terraform" : "")];
}
