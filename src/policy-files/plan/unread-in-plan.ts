/** Policies of a plan that are known only after apply: nothing can be said of them, and that has to be told. */
import { type Fields, isFields, isList, type Json, type ValuePath } from "../../json/json-value";
import { joinAddress, withoutKeys } from "../../terraform/address";
import { needsPolicy, takesPolicy } from "../../terraform/kinds";
import { markOf } from "../../terraform/plan/marks";
import { type ModuleName, ModuleReferences, namesIn } from "../../terraform/plan/module-references";
import type { Configuration, ConfiguredResource, ResourceChange } from "../../terraform/plan/plan";
import { readConfiguration } from "../../terraform/plan/read-configuration";
import type { SourceProblem } from "../found";

/** How many modules a policy may be handed through. */
const MOST_STEPS = 10;

/**
 * The policies of a plan that are known only after apply.
 *
 * @param read addresses, without keys, of the documents that are read though their text is not known
 */
export function unreadInPlan(
  plan: Fields,
  changes: readonly ResourceChange[],
  read: ReadonlySet<string>,
): readonly Omit<SourceProblem, "file">[] {
  let sources: PolicySources | undefined;
  return changes.flatMap((change) => {
    const unknown = unknownPolicies(change);
    if (unknown.length === 0) return [];
    sources ??= new PolicySources(readConfiguration(plan));
    const own = sources;
    return unknown
      .filter((path) => own.isMissing(change, path, read))
      .map((path) => ({
        code: "unread-policy",
        message: `\`${path.join(".")}\` of ${change.address} is known only after apply`,
        hint: "lint the Terraform files too",
      }));
  });
}

/** The arguments of a change that hold policies and are not known. */
function unknownPolicies({ type, mode, after }: ResourceChange): readonly ValuePath[] {
  if (type === "aws_iam_policy_document") return markOf(after.unknown, "statement") === true ? [["statement"]] : [];
  if (mode !== "managed" || !isFields(after.value)) return [];
  return unknownPaths(after.unknown).filter((path) => takesPolicy(type, path.join(".")));
}

function unknownPaths(marks: Json | undefined, path: ValuePath = []): readonly ValuePath[] {
  if (marks === true) return [path];
  if (isList(marks)) return marks.flatMap((mark, index) => unknownPaths(mark, [...path, index]));
  if (!isFields(marks)) return [];
  return Object.keys(marks).flatMap((name) => unknownPaths(marks[name], [...path, name]));
}

/** Where the configuration says that policies come from. */
class PolicySources {
  readonly #resources: ReadonlyMap<string, ConfiguredResource>;
  readonly #modules: ModuleReferences;

  constructor(configuration: Configuration) {
    this.#resources = new Map(configuration.resources.map((resource) => [resource.address, resource]));
    this.#modules = new ModuleReferences(configuration);
  }

  /** Whether somebody wrote a policy there, and it comes from no document that is read. */
  isMissing({ address, type }: ResourceChange, path: ValuePath, read: ReadonlySet<string>): boolean {
    if (type === "aws_iam_policy_document") return true;
    const resource = this.#resources.get(withoutKeys(address));
    const argument = path.join(".");
    const references = resource?.references.get(argument);
    // An argument that nobody sets is computed by the provider; what stands in a block was written.
    if (references === undefined) return path.length > 1 || needsPolicy(type, argument);
    return !namesIn(resource?.module ?? "", references).some((name) => this.#isRead(name, read, MOST_STEPS));
  }

  /** Whether a reference leads to a document that is read. */
  #isRead(reference: ModuleName, read: ReadonlySet<string>, steps: number): boolean {
    if (steps === 0) return false;
    const { module, name } = reference;
    if (name.startsWith("data.aws_iam_policy_document.")) return read.has(joinAddress(module, name));
    // `module.a` alone does not tell which output is meant.
    if (/^module\.[^.]+$/.test(name)) return false;
    const { names = [] } = this.#modules.behind(reference) ?? {};
    return names.some((next) => this.#isRead(next, read, steps - 1));
  }
}
