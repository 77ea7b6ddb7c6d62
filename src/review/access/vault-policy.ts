/** Policies of Vault: paths with capabilities, of which the most specific path alone counts. */
import { isFields, isList, type Json } from "../../json/json-value";
import { jsonText } from "../../terraform/plan/json-text";
import { jsonInText } from "../generic/generic-object";

/** The capabilities of one path, and what else its block says. */
interface VaultRule {
  readonly path: string;
  readonly capabilities: readonly string[];
  /** Parameters that limit it, as written. */
  readonly limits: string;
}

/** What a path gives now and did not give. */
export interface VaultGain {
  readonly path: string;
  readonly capabilities: readonly string[];
}

const COMMENT = /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//g;
const BLOCK = /\s*path\s+"([^"\n]*)"\s*\{([^{}]*)\}/y;
const LIST = /(?:^|[\s,])capabilities\s*=\s*\[([^\]]*)\]/;

/** The rules of a policy in HCL or JSON; undefined if it has anything else than paths with capabilities. */
export function vaultRules(text: string): readonly VaultRule[] | undefined {
  if (text.trimStart().startsWith("{")) return rulesInJson(jsonInText(text));
  // A URL in a comment ends with it; in a text no path of Vault has `#` or `//`.
  const hcl = text.replace(COMMENT, "");
  const found: VaultRule[] = [];
  BLOCK.lastIndex = 0;
  let end = 0;
  for (let match = BLOCK.exec(hcl); match !== null; match = BLOCK.exec(hcl)) {
    const [, path = "", body = ""] = match;
    const list = LIST.exec(body);
    if (list === null) return undefined;
    const capabilities = [...(list[1] ?? "").matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
    found.push({ path, capabilities, limits: body.replace(LIST, "").replace(/\s+/g, "") });
    end = BLOCK.lastIndex;
  }
  return hcl.slice(end).trim() === "" ? found : undefined;
}

/** `{"path": {"secret/a": {"capabilities": ["read"]}}}` */
function rulesInJson(json: Json | undefined): readonly VaultRule[] | undefined {
  if (!isFields(json) || Object.keys(json).join() !== "path" || !isFields(json.path)) return undefined;
  const rules = Object.entries(json.path).map(([path, body]): VaultRule | undefined => {
    if (!isFields(body) || !isList(body.capabilities)) return undefined;
    const { capabilities, ...others } = body;
    const limits = Object.keys(others).length === 0 ? "" : jsonText(others);
    return { path, capabilities: capabilities.map(String), limits };
  });
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

/** What the second policy gives and the first does not; undefined if they cannot be compared. */
export function vaultGains(before: string, after: string): readonly VaultGain[] | undefined {
  const [old, now] = [vaultRules(before), vaultRules(after)];
  if (old === undefined || now === undefined) return undefined;
  const keyOf = ({ path, limits }: VaultRule) => `${path} ${limits}`;
  const [oldKeys, newKeys] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))];
  const changed = [
    ...old.filter((rule) => !newKeys.has(keyOf(rule))),
    ...now.filter((rule) => !oldKeys.has(keyOf(rule))),
  ];
  // `+` may be part of paths that no other pattern tells, and parameters limit what a path gives.
  if (changed.some(({ path, limits }) => path.includes("+") || limits !== "")) return undefined;
  const paths = [...new Set([...old, ...now].map(({ path }) => path))];
  return paths.flatMap((path): readonly VaultGain[] => {
    const had = new Set(capabilitiesAt(old, path));
    const capabilities = capabilitiesAt(now, path).filter((one) => !had.has(one));
    return capabilities.length === 0 ? [] : [{ path, capabilities }];
  });
}

/** What the most specific rule gives on all of a path; a rule that denies gives nothing. */
function capabilitiesAt(rules: readonly VaultRule[], path: string): readonly string[] {
  const same = rules.filter((rule) => rule.path === path);
  const longest = Math.max(-1, ...rules.filter((rule) => covers(rule.path, path)).map((rule) => rule.path.length));
  const found =
    same.length > 0 ? same : rules.filter((rule) => covers(rule.path, path) && rule.path.length === longest);
  const all = [...new Set(found.flatMap(({ capabilities }) => capabilities))];
  return all.includes("deny") ? [] : all.sort();
}

function covers(pattern: string, path: string): boolean {
  return pattern.endsWith("*") && path.startsWith(pattern.slice(0, -1));
}

const WRITES = /^(?:create|update|patch|sudo)$/;

/** Whether a path and its capabilities let their holder write policies, and so get everything. */
export function managesVault({ path, capabilities }: VaultGain): boolean {
  const isOfPolicies =
    ["sys/policies/acl/x", "sys/policy/x"].some((one) => one === path || covers(path, one)) ||
    /^sys\/polic(?:y|ies\/acl)\//.test(path);
  return isOfPolicies && capabilities.some((one) => WRITES.test(one));
}
