/** What a rule of the review is: which part of the review it speaks in, how bad it is, and what its page says. */

/** The parts of a review that `--fail-on` takes. */
export const failSections = [
  "permissions-gained",
  "permissions-unknown",
  "data-loss",
  "contract",
  "run-cost",
  "encryption",
] as const;

export type FailSection = (typeof failSections)[number];

/** All parts, in the order in which they are told. */
export const sections = [
  "plan",
  "permissions-gained",
  "data-loss",
  "encryption",
  "permissions-unknown",
  "contract",
  "run-cost",
  "drift",
  "permissions-lost",
] as const;

export type Section = (typeof sections)[number];

export const sectionTitles: Readonly<Record<Section, string>> = {
  plan: "Plan",
  "permissions-gained": "Permissions gained",
  "data-loss": "Data loss",
  encryption: "Encryption and logging",
  "permissions-unknown": "Permissions unknown",
  contract: "Data contract",
  "run-cost": "Run cost",
  drift: "Drift",
  "permissions-lost": "Permissions lost",
};

/**
 * - `danger`: cannot be taken back, or opens something
 * - `attention`: a person should look
 * - `note`: worth knowing; folded, and never fails a pipeline
 */
export type Level = "danger" | "attention" | "note";

/** The worst first. */
export const levels: readonly Level[] = ["danger", "attention", "note"];

/** One rule. Its code is a promise: it stands in configs and in JSON and SARIF output. */
export interface Rule {
  readonly code: string;
  readonly section: Section;
  /** A few words; they are printed first. */
  readonly title: string;
  /** The default: a finding may be milder or worse, and the config may change it. */
  readonly level: Level;
  /** What it reports, and what it does not. */
  readonly what: string;
  /** Why that is worth a finding. */
  readonly why: string;
}

/** Rules of one section, as rows: code, level, title, what, why. */
export function rulesOf(
  section: Section,
  rows: readonly (readonly [code: string, level: Level, title: string, what: string, why: string])[],
): readonly Rule[] {
  return rows.map(([code, level, title, what, why]) => ({ code, section, title, level, what, why }));
}
