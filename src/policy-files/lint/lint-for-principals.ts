/** Lints a policy with the other policies of each role, user, group and permission set that has it. */
import type { Finding, LintOptions } from "../../iam/lint";
import { inOrderOnce, placeAndMessage } from "../../iam/lint/lint";
import type { HeldPolicy, SourcePolicy, SourcePrincipal } from "../found";
import { withNote } from "./findings-of-instances";

/** Runs the linter on one policy with these options beside others. */
type LintWith = (options: Pick<LintOptions, "beside" | "hasUnknownBeside">) => readonly Finding[];

/** A policy that more principals have, with different policies beside it, is linted for so many of them, and once alone for the rest. */
const MOST_PRINCIPALS = 10;
/** AWS lets a principal have 20 managed policies at most. More policies beside one are left out, and count as unknown. */
const MOST_BESIDE = 60;

/** What is beside a policy of one principal. */
interface OtherPolicies {
  /** As a hint names it. */
  readonly principal: string;
  readonly beside: readonly HeldPolicy[];
  readonly hasUnknown: boolean;
}

/** Knows which principals have a policy. */
export class PoliciesOfPrincipals {
  readonly #principals = new Map<SourcePolicy, SourcePrincipal[]>();

  constructor(principals: readonly SourcePrincipal[]) {
    for (const principal of principals) {
      for (const { found } of principal.policies) {
        if (found === undefined) continue;
        const known = this.#principals.get(found) ?? [];
        this.#principals.set(found, known);
        known.push(principal);
      }
    }
  }

  /** The findings of a policy for all principals that have it; those of the policy alone if none is known. */
  lint(policy: SourcePolicy, lintWith: LintWith): readonly Finding[] {
    const groups = this.#otherPoliciesOf(policy);
    if (groups.length === 0) return lintWith({});
    const runs = groups.map(({ beside, hasUnknown }) => lintWith({ beside, hasUnknownBeside: hasUnknown }));
    const [only] = runs;
    return runs.length === 1 && only !== undefined ? only : inOrderOnce(runs).map((one) => forSome(one, groups, runs));
  }

  /** Those that differ in what they have beside the policy. */
  #otherPoliciesOf(policy: SourcePolicy): readonly OtherPolicies[] {
    const found = new Map<string, OtherPolicies>();
    const numbers = new Map<HeldPolicy["document"], number>();
    const numberOf = ({ document }: HeldPolicy) => {
      const number = numbers.get(document) ?? numbers.size;
      numbers.set(document, number);
      return number;
    };
    for (const { name, policies, hasUnknown } of this.#principals.get(policy) ?? []) {
      const others = policies.filter((held) => held.found !== policy);
      const key = `${others.map(numberOf).sort((a, b) => a - b)} ${hasUnknown}`;
      if (found.has(key)) continue;
      if (found.size >= MOST_PRINCIPALS) {
        found.set("rest", { principal: "the other principals", beside: [], hasUnknown: true });
        break;
      }
      const isMore = others.length > MOST_BESIDE;
      found.set(key, {
        principal: `\`${name}\``,
        beside: others.slice(0, MOST_BESIDE),
        hasUnknown: hasUnknown || isMore,
      });
    }
    return [...found.values()];
  }
}

/** Names the principals of a finding that others with the policy do not have. */
function forSome(finding: Finding, groups: readonly OtherPolicies[], runs: readonly (readonly Finding[])[]): Finding {
  const key = placeAndMessage(finding);
  const having = groups.filter((_, at) => runs[at]?.some((one) => placeAndMessage(one) === key));
  if (having.length === groups.length) return finding;
  const names = having.map(({ principal }) => principal).join(", ");
  const note = `this is so for ${names}`;
  return { ...finding, hint: withNote(finding.hint, note) };
}
