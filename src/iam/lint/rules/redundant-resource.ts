import { say, words } from "../../../text/message";
import { arnCovers } from "../../arn/arn-match";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow } from "../example-policies";
import { hasNamelessToken } from "../nameless-token";
import type { PlacedResource, ResourceTerm } from "../parsed/resource-term";
import { listOf, verb } from "../words";

/** Rule `redundant-resource`: redundant resource. */
export const redundantResource = defineRule({
  code: "redundant-resource",
  title: "redundant resource",
  severity: "info",
  what: "Resources that are listed twice in a statement, or that another resource of it covers. Two expressions of Terraform whose values are not known are the same only if they are written the same.",
  why: "They make the policy longer and change nothing. Often the wider resource is a mistake.",
  bad: allow("s3:GetObject", ["arn:aws:s3:::aws-glue-*", "arn:aws:s3:::aws-glue-*/*"]),
  good: allow("s3:GetObject", "arn:aws:s3:::aws-glue-*/*"),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "REDUNDANT_RESOURCE",
  check: {
    comparesEntries: true,
    statement({ resources }) {
      if (resources.length < 2) return undefined;
      const sound = resources.filter(({ term }) => term.problems.length === 0);
      const wide = sound.filter(({ term }) => /[*?]/.test(term.text) && !term.text.includes("${"));
      const isCovered = ({ term }: PlacedResource) => wide.some((other) => covers(other.term, term));
      const seen = new Set<string>();
      const redundant = sound.filter((placed) => {
        const key = placed.at.source ?? placed.term.text;
        const isSecond = seen.has(key) && !hasNamelessToken(key);
        seen.add(key);
        return isSecond || isCovered(placed);
      });
      const [first] = redundant;
      if (first === undefined) return undefined;
      const names = redundant.map(({ at }) => at.value);
      const covered = redundant.filter(isCovered).map(({ at }) => at.value);
      const isTwice = covered.length === 0;
      return {
        at: first.at,
        message: isTwice
          ? say`${listOf(names, 3)} ${words(verb(names, "is", "are"))} listed more than once in the statement`
          : say`${listOf(names, 3)} ${words(verb(names, "is", "are"))} covered by another resource of the statement`,
        hint: "take it out",
        fix: { kind: "remove", actions: [], resources: covered },
        about: names.join(),
      };
    },
  },
});

/** The characters before the first wildcard are compared first, because most pairs differ in them. */
function covers(wide: ResourceTerm, { text, pattern }: ResourceTerm): boolean {
  if (wide.text === text) return false;
  if (!text.startsWith(wide.text.slice(0, wide.text.search(/[*?]/)))) return false;
  return arnCovers(wide.pattern, pattern) && !(arnCovers(pattern, wide.pattern) && text < wide.text);
}
