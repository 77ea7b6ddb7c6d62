/** What has moved or is forgotten can no longer be a part of the module: Terraform tells it at the plan. */
import type { Problems } from "../../errors";
import type { ModuleBuilder } from "../dsl/module-builder";

/** Reports `moved` and `removed` whose old address is still that of a part. */
export function checkMoves(name: string, builder: ModuleBuilder, problems: Problems): void {
  for (const part of builder.parts) {
    if (part.kind !== "moved" && part.kind !== "removed") continue;
    const isSame = part.kind === "moved" && withoutKey(part.to) === withoutKey(part.from);
    if (part.from.endsWith("]") || isSame || !builder.hasAddress(part.from)) continue;
    const what = part.kind === "moved" ? `moved to ${part.to}` : "forgotten";
    problems.add({
      code: "still-there",
      path: `${name}.${part.kind}.${part.from}`,
      message: `\`${part.from}\` cannot be ${what}, because the module still has it`,
      hint:
        part.kind === "moved"
          ? "give the old address, which nothing in the module has"
          : "remove the resource, or this call",
    });
  }
}

function withoutKey(address: string): string {
  return address.replace(/\[[^\]]*\]$/, "");
}
