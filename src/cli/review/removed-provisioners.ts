/**
 * Provisioners of `removed` blocks, which run where the resource is destroyed. A plan does not tell them: Terraform reads them in the
 * configuration.
 */
import { join } from "node:path";
import { type BlockSyntax, type BodySyntax, readHcl } from "../../hcl/read";
import type { Json } from "../../json/json-value";
import { joinAddress } from "../../terraform/address";
import { destroys } from "../../terraform/plan/actions";
import type { Plan, Provisioner } from "../../terraform/plan/plan";
import { moduleFolders, terraformTexts } from "./terraform-texts";

/** By the address without keys, of the root module and of the modules that are called by a path. */
export function removedProvisioners(plan: Plan, root: string): ReadonlyMap<string, readonly Provisioner[]> {
  const isRemoved = plan.resources.some(
    ({ action, reason }) => destroys(action) && reason === "delete_because_no_resource_config",
  );
  if (!isRemoved) return new Map();
  return new Map(
    moduleFolders(plan).flatMap(({ module, folder }) => {
      const found = terraformTexts(join(root, folder)).flatMap(removedBy);
      return found.map(([address, provisioners]) => [joinAddress(module, address), provisioners]);
    }),
  );
}

type Removed = readonly [address: string, provisioners: readonly Provisioner[]];

function removedBy(text: string): readonly Removed[] {
  if (!/^\s*removed\b/m.test(text)) return [];
  return blocksOf(readHcl(text).body, "removed").flatMap((block): readonly Removed[] => {
    const from = block.body.find((item) => item.kind === "attribute" && item.name === "from");
    const provisioners = blocksOf(block.body, "provisioner").map(readProvisioner);
    if (from?.kind !== "attribute" || provisioners.length === 0) return [];
    return [[text.slice(from.value.start, from.value.end).replace(/\s+/g, ""), provisioners]];
  });
}

function blocksOf(body: BodySyntax, type: string): readonly BlockSyntax[] {
  return body.filter((item): item is BlockSyntax => item.kind === "block" && item.type === type);
}

function readProvisioner({ labels, body }: BlockSyntax): Provisioner {
  const constants = body.flatMap((item): readonly (readonly [string, Json])[] =>
    item.kind === "attribute" && item.value.kind === "literal" ? [[item.name, item.value.value as Json]] : [],
  );
  return { type: labels[0] ?? "provisioner", constants: new Map(constants) };
}
