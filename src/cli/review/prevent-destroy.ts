/**
 * Resources that the base branch protects by `prevent_destroy`, and the change no longer does. A plan does not tell it: Terraform
 * reads it in the configuration, and forgets it with the block.
 */
import { join } from "node:path";
import type { BodySyntax } from "../../hcl/read";
import { joinAddress } from "../../terraform/address";
import type { Plan } from "../../terraform/plan/plan";
import { moduleFolders, terraformTexts } from "./terraform-texts";

/** Folders of the configuration, of the base branch and of the change. */
interface ComparedFolders {
  readonly base: string;
  readonly head: string;
}

/** Addresses without keys, in order: of the root module, and of the modules that are called by a path. */
export function unprotectedResources(plan: Plan, { base, head }: ComparedFolders): readonly string[] {
  return moduleFolders(plan).flatMap(({ module, folder }) => {
    const protectedNow = protectedIn(join(head, folder));
    const lost = [...protectedIn(join(base, folder))].filter((name) => !protectedNow.has(name));
    return lost.sort().map((name) => joinAddress(module, name));
  });
}

/** `aws_s3_bucket.lake`, for each resource of a folder that is protected. */
function protectedIn(folder: string): ReadonlySet<string> {
  return new Set(terraformTexts(folder).flatMap(protectedBy));
}

/** The reader of HCL is loaded only if a file may protect something. */
function protectedBy(text: string): readonly string[] {
  if (!text.includes("prevent_destroy")) return [];
  const { readHcl } = require("../../hcl/read") as typeof import("../../hcl/read");
  return readHcl(text).body.flatMap((item) => {
    if (item.kind !== "block" || item.type !== "resource" || item.labels.length !== 2) return [];
    return isProtected(item.body) ? [item.labels.join(".")] : [];
  });
}

function isProtected(body: BodySyntax): boolean {
  return body.some(
    (item) =>
      item.kind === "block" &&
      item.type === "lifecycle" &&
      item.body.some(
        (one) =>
          one.kind === "attribute" &&
          one.name === "prevent_destroy" &&
          one.value.kind === "literal" &&
          one.value.value === true,
      ),
  );
}
