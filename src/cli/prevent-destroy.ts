/**
 * Resources that the base branch protects by `prevent_destroy`, and the change no longer does. A plan does not tell it: Terraform
 * reads it in the configuration, and forgets it with the block.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BodySyntax } from "../hcl/read";
import { joinAddress } from "../terraform/address";
import type { Plan } from "../terraform/plan/plan";
import { moduleFolder } from "./review-folders";

/** Folders of the configuration, of the base branch and of the change. */
export interface ComparedFolders {
  readonly base: string;
  readonly head: string;
}

/** Addresses without keys, in order: of the root module, and of the modules that are called by a path. */
export function unprotectedResources({ configuration }: Plan, { base, head }: ComparedFolders): readonly string[] {
  const calls = new Map(configuration.calls.map((call) => [call.address, call]));
  const modules = ["", ...calls.keys()];
  return modules.flatMap((module) => {
    const folder = module === "" ? "." : moduleFolder(module, calls);
    if (folder === undefined) return [];
    const protectedNow = protectedIn(join(head, folder));
    const lost = [...protectedIn(join(base, folder))].filter((name) => !protectedNow.has(name));
    return lost.sort().map((name) => joinAddress(module, name));
  });
}

/** `aws_s3_bucket.lake`, for each resource of a folder that is protected. */
function protectedIn(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const files = readdirSync(folder).filter((name) => /\.(?:tf|tofu)$/.test(name));
  return new Set(files.flatMap((name) => protectedBy(readFileSync(join(folder, name), "utf8"))));
}

/** The reader of HCL is loaded only if a file may protect something. */
function protectedBy(text: string): readonly string[] {
  if (!text.includes("prevent_destroy")) return [];
  const { readHcl } = require("../hcl/read") as typeof import("../hcl/read");
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
