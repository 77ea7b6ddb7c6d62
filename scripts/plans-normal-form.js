/** Plans and states as they are committed: without times, without what only the making needed, in a stable order. */
const { compareTexts } = require("./data-text.js");
const { SETTINGS } = require("./plans-aws.js");

const TIME = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/g;

/** Random ids: of terraform_data, of roles and policies. */
const RANDOM_ID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\bA[0-9A-Z]{20}\b/g;

/** The text of `plan.json`; with `number` its random ids are numbered, where no state carries them. */
function normalisePlan(made, { number = false } = {}) {
  const plan = { ...made };
  delete plan.timestamp;
  for (const provider of Object.values(plan.configuration?.provider_config ?? {})) {
    for (const name of SETTINGS) delete provider.expressions?.[name];
    if (Object.keys(provider.expressions ?? { kept: true }).length === 0) delete provider.expressions;
  }
  plan.relevant_attributes?.sort(byText);
  plan.checks?.sort(byText);
  for (const check of plan.checks ?? []) check.instances?.sort(byText);
  if (plan.relevant_attributes === undefined) delete plan.relevant_attributes;
  return number ? numberIds(write(plan)) : write(plan);
}

/** The text of `state.json`. */
function normaliseState(text) {
  const state = JSON.parse(text);
  return write({ ...state, serial: 1, lineage: "00000000-0000-0000-0000-000000000000" });
}

function numberIds(text) {
  const ids = [...new Set(text.match(RANDOM_ID) ?? [])];
  return text.replace(RANDOM_ID, (id) => {
    const number = String(ids.indexOf(id) + 1);
    return id.includes("-") ? `00000000-0000-0000-0000-${number.padStart(12, "0")}` : `A${number.padStart(20, "0")}`;
  });
}

function write(value) {
  return `${JSON.stringify(value, null, 1).replace(TIME, "2026-01-01T00:00:00Z")}\n`;
}

function byText(a, b) {
  return compareTexts(JSON.stringify(a), JSON.stringify(b));
}

module.exports = { normalisePlan, normaliseState };
