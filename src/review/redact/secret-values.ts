/** The secret values of a plan: what Terraform marks, and what is kept under a credential's name. */
import { isFields, isList, type Json } from "../../json/json-value";
import type { Marked, Plan } from "../../terraform/plan/plan";
import { isCredentialName, kindOfName } from "./credential-names";
import { isHarmless } from "./secret-shapes";

/** From so many characters up a value is looked for everywhere; a shorter one is hidden at its own place. */
const SHORTEST_SCANNED = 6;

/** All values that may not turn up anywhere. */
export function secretValues(plans: readonly Plan[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const plan of plans) addPlan(plan, found);
  return found;
}

function addPlan(plan: Plan, found: Set<string>): void {
  const changes = [...plan.resources, ...plan.drift, ...plan.deferred.map(({ change }) => change)];
  for (const { before, after } of changes) {
    for (const side of [before, after]) {
      addMarked(side, found);
      addNamed(side.value, found);
    }
  }
  for (const { config } of plan.actions) {
    addMarked(config, found);
    addNamed(config.value, found);
  }
  for (const { before, after } of plan.outputs) for (const side of [before, after]) addMarked(side, found);
  for (const { values, sensitive } of plan.prior.values()) addMarked({ value: values, sensitive }, found);
  for (const name of plan.configuration.sensitiveVariables) addLeaves(plan.variables.get(name), found);
  for (const { constants } of plan.providers) {
    for (const [path, value] of constants)
      if (isCredentialName(path.split(".").at(-1) ?? "", "people")) addChosen(value, found);
  }
}

/** Follows the marks, not the value: most of a plan is not marked, and is not looked at. */
function addMarked({ value, sensitive }: Pick<Marked, "value" | "sensitive">, found: Set<string>): void {
  const open: [Json | undefined, Json | undefined][] = [[value, sensitive]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [of, mark] = next;
    if (mark === true) addLeaves(of, found);
    else if (isList(mark)) {
      if (isList(of)) for (let index = 0; index < mark.length; index++) open.push([of[index], mark[index]]);
    } else if (isFields(mark) && isFields(of)) {
      for (const key in mark) if (mark[key] !== false) open.push([of[key], mark[key]]);
    }
  }
}

/** Every text and number in a secret value; keys of maps are names, and stay. */
function addLeaves(value: Json | undefined, found: Set<string>): void {
  const open: (Json | undefined)[] = [value];
  while (open.length > 0) {
    const of = open.pop();
    if (typeof of === "string") addText(of, found);
    else if (typeof of === "number") add(String(of), found);
    else if (isList(of)) for (const item of of) open.push(item);
    else if (isFields(of)) for (const key of Object.keys(of)) open.push(of[key]);
  }
}

/** A secret that is JSON contains several secrets: each value under the name of a credential may also appear alone. */
function addText(text: string, found: Set<string>): void {
  add(text, found);
  if (!/^\s*[[{]/.test(text)) return;
  const open: (readonly [string, Json])[] = [["", parseOr(text)]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [name, of] = next;
    if (isList(of)) for (const item of of) open.push([name, item]);
    else if (isFields(of)) for (const key of Object.keys(of)) open.push([key, of[key] as Json]);
    else if (isCredentialName(name, "people")) addLeaf(of, found);
  }
}

function parseOr(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function addLeaf(value: Json, found: Set<string>): void {
  if (typeof value === "string" && !isHarmless(value)) add(value, found);
}

/** Long enough, and more than one sign over and over, which would be found in every line of a table. */
function add(text: string, found: Set<string>): void {
  if (text.length < SHORTEST_SCANNED) return;
  for (const form of [text, text.trim()]) {
    const says = /[\p{L}\p{N}]/u.test(form) || new Set(form).size > 2;
    if (form.length >= SHORTEST_SCANNED && says) found.add(form);
  }
}

/** What is kept under a credential's name at the top of a resource, or in a map of arguments, properties or variables. */
function addNamed(value: Json | undefined, found: Set<string>): void {
  if (!isFields(value)) return;
  for (const name in value) {
    const kind = kindOfName(name);
    if (kind === "credential") addChosen(value[name], found);
    else if (kind === "container") addContainer(value[name], found);
  }
}

function addContainer(value: Json | undefined, found: Set<string>): void {
  if (isList(value)) for (const item of value) addContainer(item, found);
  if (!isFields(value)) return;
  for (const name in value) {
    if (kindOfName(name) === "container") addContainer(value[name], found);
    else if (typeof value[name] === "string" && isCredentialName(name, "people")) addChosen(value[name], found);
  }
}

/**
 * A value that is not marked as sensitive is searched for in other places only if it looks like a secret, and not like the name
 * of a column.
 */
function addChosen(value: Json | undefined, found: Set<string>): void {
  if (typeof value !== "string" || isHarmless(value) || /^[a-z0-9]{2,10}:\/\//.test(value)) return;
  const kinds = [/\d/, /[A-Z]/, /[a-z]/, /[^\w./: -]/].filter((pattern) => pattern.test(value)).length;
  if (kinds > 1) add(value, found);
}
