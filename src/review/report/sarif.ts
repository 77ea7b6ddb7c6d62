/** The review as SARIF, for code scanning. One result for each place. */

import { createHash } from "node:crypto";
import { renderSarifLog, type SarifLevel, type SarifResult, type SarifRule } from "../../findings/sarif";
import { checkArgument } from "../../text/check-argument";
import { type Message, say } from "../../text/message";
import type { Level } from "../rule";
import { findRule } from "../rules";
import { messageAt } from "./fold-instances";
import type { PlanAddress, PlanSummary, Review, Row, SuppressedRow } from "./report";
import { visible } from "./visible";

const LEVELS: Readonly<Record<Level, SarifLevel>> = { danger: "error", attention: "warning", note: "note" };

/** The log of one run. */
export function renderSarif(review: Review, version: string): string {
  checkArgument(review, "object", "renderSarif(review)", {
    lists: ["plans", "rows", "suppressed", "notices", "changes", "outputs", "drift"],
  });
  const { rows, suppressed, plans } = review;
  const results = [...rows, ...suppressed].flatMap((row) => row.places.map((place) => resultOf(row, place, plans)));
  return renderSarifLog(results, { version, ruleOf }).replaceAll("##[", "\\u0023#[");
}

function ruleOf(code: string): SarifRule | undefined {
  const rule = findRule(code);
  if (rule === undefined) return undefined;
  const { title, what, why, level, section } = rule;
  return { title, what, why, level: LEVELS[level], properties: { section, tags: [section] } };
}

function resultOf(row: Row | SuppressedRow, place: PlanAddress, plans: readonly PlanSummary[]): SarifResult {
  const source = plans[place.plan]?.source ?? "";
  const file = row.origins[0]?.folder === undefined ? source : `${row.origins[0].folder}/main.tf`;
  const name = place.address === "" ? source : place.address;
  const said = messageAt(row, place);
  const print = createHash("sha256")
    .update(JSON.stringify([row.rule, place.address, said]))
    .digest("hex");
  return {
    ruleId: row.rule,
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
