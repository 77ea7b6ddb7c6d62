/** Findings of the linter that the plan introduces. */
import { type AllowedBefore, allowedBefore, type NamedDocument } from "../../iam/delta";
import { covers, pattern } from "../../iam/document/pattern";
import type { PolicyDocument } from "../../iam/document/policy";
import { type Finding, fingerprintOf, lintPolicy } from "../../iam/lint";
import { memoizeByObject } from "../../text/memo";
import type { IntroducedFinding } from "./types";

/** A finding with the document it is in. */
interface DocumentFinding extends IntroducedFinding {
  readonly named: NamedDocument;
}

/**
 * Findings on the new documents that the old documents did not have. Names are compared one by one: another order,
 * another case or another division into statements is not new. Findings of the severity `info` are left out: a review is
 * not about style.
 */
export function introducedFindings(
  before: readonly NamedDocument[],
  after: readonly NamedDocument[],
): readonly IntroducedFinding[] {
  const old = new Set(before.map(({ document }) => document));
  const found = after.filter(({ document }) => !old.has(document)).flatMap(findingsOf);
  if (found.length === 0) return [];
  const kept = new Set(after.map(({ document }) => document));
  const [same, other] = [
    before.filter(({ document }) => kept.has(document)),
    before.filter(({ document }) => !kept.has(document)),
  ];
  const known = new KnownFindings();
  known.learn(other.flatMap(findingsOf), "words");
  const allowed = allowedBefore(before);
  const left = found.filter((one) => !isOfLimit(one) && !known.has(one.finding) && !isOld(one, known, allowed));
  if (left.length === 0) return [];
  // Documents of both sides are linted last, and only if they may have the same finding.
  known.learn(same.flatMap(findingsOf), "names");
  return left
    .filter((one) => !known.hasNames(one.finding) && !isOld(one, known, allowed))
    .map(({ document, fingerprint, finding }) => ({ document, fingerprint, finding }));
}

const lint = memoizeByObject((document: PolicyDocument) =>
  lintPolicy(document).filter(({ severity }) => severity !== "info"),
);

function findingsOf(named: NamedDocument): readonly DocumentFinding[] {
  const { name, document, derived } = named;
  // Nobody can change a policy of AWS, or one that is made of arguments.
  if (document === undefined || derived || /^arn:[^:]+:iam::aws:policy\//.test(name)) return [];
  return lint(document).map((finding) => ({ document: name, fingerprint: fingerprintOf(finding), finding, named }));
}

/** Whether it is about a document that only limits, as a boundary and an organization's policy do: these grant nothing. */
function isOfLimit({ finding, named }: DocumentFinding): boolean {
  return named.layer === "boundary" && finding.severity === "security";
}

/** A finding about breadth is not new if its statement grants nothing new. Escalations that need several statements are judged elsewhere. */
function isOld(
  { finding, named: { layer, document } }: DocumentFinding,
  known: KnownFindings,
  allowed: AllowedBefore,
): boolean {
  if (finding.severity !== "security" || document === undefined) return false;
  if (finding.rule === "privilege-escalation") return known.hasRule("full-admin");
  const statement = document.statements.find(({ index }) => index === finding.statement?.index);
  return statement !== undefined && allowed(layer, document, statement);
}

/** Rules whose findings list the names that a statement excludes. If a statement excludes more names, it allows less. */
const LEFT_OUT = new Set(["allow-not-action", "allow-not-resource"]);

/** What the findings on the old documents said. */
class KnownFindings {
  readonly #messages = new Map<string, number>();
  readonly #fingerprints = new Set<string>();
  readonly #names = new Map<string, Set<string>>();
  readonly #patterns = new Map<string, readonly string[]>();
  readonly #lists = new Map<string, ReadonlySet<string>[]>();

  /** Learns findings. A document of both sides explains only its own findings, so that of these only the names are learned. */
  learn(found: readonly DocumentFinding[], what: "words" | "names"): void {
    for (const { finding, fingerprint } of found) {
      const { rule, statement } = finding;
      const message = messageOf(finding);
      if (what === "words") this.#messages.set(message, (this.#messages.get(message) ?? 0) + 1);
      if (statement === undefined) this.#fingerprints.add(fingerprint);
      const names = namesOf(finding);
      const known = this.#names.get(rule) ?? new Set();
      this.#names.set(rule, known);
      for (const name of names) known.add(name);
      const lists = this.#lists.get(rule) ?? [];
      this.#lists.set(rule, lists);
      lists.push(new Set(names));
    }
    this.#patterns.clear();
  }

  hasRule(rule: string): boolean {
    return this.#names.has(rule);
  }

  /** Whether the old documents had the finding: in the same words and as often as now, or name by name. */
  has(finding: Finding): boolean {
    const message = messageOf(finding);
    const times = this.#messages.get(message) ?? 0;
    if (times > 0) {
      this.#messages.set(message, times - 1);
      return true;
    }
    return this.hasNames(finding);
  }

  /** Whether the old documents had a finding of the rule for each name. */
  hasNames(finding: Finding): boolean {
    const names = namesOf(finding);
    if (names.length === 0) return this.#fingerprints.has(fingerprintOf(finding));
    if (LEFT_OUT.has(finding.rule)) {
      const now = new Set(names);
      return (this.#lists.get(finding.rule) ?? []).some((list) => [...list].every((name) => now.has(name)));
    }
    return names.every((name) => this.#hasName(finding.rule, name));
  }

  #hasName(rule: string, name: string): boolean {
    const names = this.#names.get(rule);
    if (names === undefined || names.has(name)) return names !== undefined;
    const wide = this.#patterns.get(rule) ?? [...names].filter((one) => /[*?]/.test(one));
    this.#patterns.set(rule, wide);
    return wide.some((one) => covers(pattern(one), pattern(name)));
  }
}

/** In lower case: a finding whose names differ in their case alone is the same. */
function messageOf({ rule, message }: Finding): string {
  return `${rule} ${message.toLowerCase()}`;
}

/** In lower case, as actions are compared. */
function namesOf({ about = "" }: Finding): readonly string[] {
  return about === "" ? [] : about.toLowerCase().split(",");
}
