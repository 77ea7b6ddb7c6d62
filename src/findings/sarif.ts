/** SARIF 2.1.0, as the code scanning of GitHub and others reads it: the parts that every product writes alike. */
import { uniqueSorted } from "../text/unique-sorted";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

export type SarifLevel = "error" | "warning" | "note";

/** A rule as SARIF describes it. */
export interface SarifRule {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly level: SarifLevel;
  readonly helpUri?: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A result without its rule's index, which the log adds. */
export interface SarifResult {
  readonly ruleId: string;
  readonly [property: string]: unknown;
}

interface SarifOptions {
  /** Version of tfwright. */
  readonly version: string;
  /** Undefined for a code that belongs to no rule. */
  ruleOf(code: string): SarifRule | undefined;
}

/** The log of one run, with the rules that have results, and a final newline. */
export function renderSarifLog(results: readonly SarifResult[], { version, ruleOf }: SarifOptions): string {
  const codes = uniqueSorted(results.map(({ ruleId }) => ruleId));
  const driver = { name: "tfwright", version, rules: codes.map((code) => descriptorOf(code, ruleOf(code))) };
  const numbered = results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: codes.indexOf(ruleId), ...rest }));
  const runs = [{ tool: { driver }, columnKind: "utf16CodeUnits", results: numbered }];
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs }, null, 2)}\n`;
}

function descriptorOf(id: string, rule: SarifRule | undefined) {
  if (rule === undefined) return { id };
  const { title, what, why, level, helpUri, properties } = rule;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: { text: `${what}\n\n${why}` },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
    properties,
  };
}
