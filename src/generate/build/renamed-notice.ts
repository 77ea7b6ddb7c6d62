/** How callers who use an old name of a variable are told: by `deprecated` where the bounds allow it, else by a `check` block. */
import { Problems } from "../../errors";
import type { Body } from "../../hcl/document";
import type { VariableModel } from "../../render/model";
import { isAtLeast, readConstraint, type Version } from "../../terraform/version-constraint";
import { FEATURES } from "../../terraform/version-table";
import type { Variables } from "../dsl/definition";
import { RENAMED_CHECK } from "../dsl/renamed-from";
import { buildMainBody } from "./main-body";
import { noticeOf, renamingsOf, rulesOnOldNames } from "./renamed-variables";
import { requireVersions, type VersionedModule } from "./required-versions";

interface NoticedModule {
  readonly variables: readonly VariableModel[];
  readonly main: Body;
}

/** The variables and the body of `main.tf` with the notices. */
export function giveNotice(module: Omit<VersionedModule, "providers">, declared: Variables): NoticedModule {
  const { variables, main, builder } = module;
  const renamings = renamingsOf(declared);
  if (renamings.length === 0) return { variables, main };
  if (!knowsDeprecated(module)) {
    builder.parts.push({ kind: "check", name: RENAMED_CHECK, rules: rulesOnOldNames(declared, builder.locale) });
    return { variables, main: buildMainBody(builder, new Problems()) };
  }
  const notices = new Map(renamings.map((one) => [one.from, noticeOf(one, module.builder.locale)]));
  const told = variables.map((variable) => {
    const deprecated = notices.get(variable.name);
    return deprecated === undefined ? variable : { ...variable, deprecated };
  });
  return { variables: told, main };
}

/** Whether the module needs no older version than those that know `deprecated`. A bound for OpenTofu counts if it is stated. */
function knowsDeprecated(module: Omit<VersionedModule, "providers">): boolean {
  const { terraform } = requireVersions({ ...module, providers: [] }, new Problems());
  const isNewer = (constraint: string, version: Version) =>
    isAtLeast(readConstraint(constraint)?.lowest ?? [0, 0], version);
  if (!isNewer(terraform, FEATURES.deprecated.terraform)) return false;
  return typeof module.opentofu !== "string" || isNewer(module.opentofu, FEATURES.deprecated.opentofu as Version);
}
