/** The review as SARIF 2.1.0, for code scanning. One result for each place. */
import { createHash } from "node:crypto";
import { type Message, say } from "../../text/message";
import type { Level, Rule } from "../rule";
import { findRule } from "../rules";
import { messageAt } from "./fold-instances";
import type { Place, PlanSummary, Review, Row, SuppressedRow } from "./report";
import { visible } from "./visible";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Readonly<Record<Level, string>> = { danger: "error", attention: "warning", note: "note" };

/** The log of one run. */
export function renderSarif({ rows, silenced, plans }: Review, version: string): string {
  const codes = [...new Set([...rows, ...silenced].map(({ rule }) => rule))].sort();
  const driver = { name: "tfwright", version, rules: codes.map((code) => ruleOf(findRule(code) as Rule)) };
  const results = [...rows, ...silenced].flatMap((row) =>
    row.places.map((place) => resultOf(row, place, plans, codes)),
  );
  const runs = [{ tool: { driver }, columnKind: "utf16CodeUnits", results }];
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs }, null, 2).replaceAll("##[", "\\u0023#[")}\n`;
}

function ruleOf({ code, title, what, why, level, section }: Rule) {
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: { text: `${what}\n\n${why}` },
    defaultConfiguration: { level: LEVELS[level] },
    properties: { section, tags: [section] },
  };
}

function resultOf(row: Row | SuppressedRow, place: Place, plans: readonly PlanSummary[], codes: readonly string[]) {
  const source = plans[place.plan]?.source ?? "";
  const file = row.origins[0]?.folder === undefined ? source : `${row.origins[0].folder}/main.tf`;
  const name = place.address === "" ? source : place.address;
  const said = messageAt(row, place);
  const print = createHash("sha256")
    .update(JSON.stringify([row.rule, place.address, said]))
    .digest("hex");
  return {
    ruleId: row.rule,
    ruleIndex: codes.indexOf(row.rule),
    level: LEVELS[row.level],
    message: { text: sarifText(say`${name}: ${said}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: name, kind: "resource" }],
      },
    ],
    partialFingerprints: { "tfwright/v1": print.slice(0, 32) },
    properties: { section: row.section, plan: source },
    ...("reason" in row && { suppressions: [{ kind: "external", justification: row.reason }] }),
  };
}

/** Plain text of SARIF: brackets make links and braces make holes, unless they are escaped. */
function sarifText(text: Message): string {
  return text
    .map((part) =>
      typeof part === "string"
        ? part.replaceAll("`", "")
        : visible(part.value)
            .replace(/[\\[\]]/g, "\\$&")
            .replace(/[{}]/g, "$&$&"),
    )
    .join("");
}

function uriOf(path: string): string {
  return path === "-" || path === "" ? "stdin" : encodeURI(path.toWellFormed().replaceAll("\\", "/"));
}
