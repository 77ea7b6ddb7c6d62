import { isList, type Json, jsonAt } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { jsonText } from "../../terraform/plan/json-text";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, itemsAt, type Pair, pairAt, show } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { showSetting } from "./resources/risky-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** The arguments of a record that say where its name leads. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  aws_route53_record: ["records", "type", "name"],
  google_dns_record_set: ["rrdatas", "type", "name"],
  azurerm_dns_a_record: ["records", "target_resource_id"],
  azurerm_dns_aaaa_record: ["records", "target_resource_id"],
  azurerm_dns_cname_record: ["record", "target_resource_id"],
  azurerm_dns_ns_record: ["records"],
  azurerm_dns_mx_record: ["record"],
  azurerm_dns_txt_record: ["record"],
  azurerm_private_dns_a_record: ["records"],
  azurerm_private_dns_cname_record: ["record"],
  cloudflare_record: ["value", "content", "type", "name"],
  cloudflare_dns_record: ["content", "type", "name"],
};

/** Types of records that are texts. */
const TEXTS: ReadonlySet<string> = new Set(["azurerm_dns_txt_record"]);

/** The target of an alias record. */
const ALIAS = ["alias", 0, "name"] as const;

/** Reports records that lead to another address. */
export const dnsTarget = defineRule({
  code: "dns-target",
  section: "availability",
  level: "attention",
  title: "a name leads elsewhere",
  what: "A DNS record of another address, alias, type or name, or of the weight 0, and another origin of a distribution, target of a redirect or of an integration. A new part of a zone that name servers outside of the plan answer for, too. Records of text are a note, but for those that say who may send mail (SPF, DMARC, DKIM), and so are a new key of DKIM and a time to live alone.",
  why: "Clients go to the new address as soon as their caches end, and those who kept the old one go there for longer.",
  bad: "`records` of `www` 203.0.113.7 → 198.51.100.9",
  good: "`records` of `www` in another order.",
  source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html",
  looksAt: "resource",
  types: [...Object.keys(TARGETS), ...typesWithSettings("dns-target")],
  check(change, facts): readonly RuleMatch[] {
    const settings = redirectsToItself(change) ? [] : matchSettings(change, "dns-target", facts);
    if (change.action === "create") return [...settings, ...matchDelegation(change), ...matchMailKey(change)];
    if (!isUpdateOrReplacement(change)) return [];
    if (TARGETS[change.type] === undefined || settings.length > 0) return settings;
    const paths = [...(TARGETS[change.type] ?? []).map((name) => [name]), ALIAS];
    const moved = paths.map((path) => pairAt(change, path)).filter(leadsElsewhere);
    if (moved.length > 0)
      return moved.map((pair) => ({
        message: showSetting(pair),
        ...(isText(change) && !isOfMail(change, pair) && { level: "note" }),
      }));
    const ttl = pairAt(change, ["ttl"]);
    return differs(ttl) ? [{ message: showSetting(ttl), level: "note" }] : [];
  },
});

/** Whether a listener or a rule only redirects clients to HTTPS of the same host. */
function redirectsToItself({ type, after }: ResourceChange): boolean {
  if (!/^aws_(?:alb|lb)_listener(?:_rule)?$/.test(type)) return false;
  const actions = ["default_action", "action"].flatMap((name) => itemsAt(after.value, [name]));
  const redirects = actions.flatMap((action) => itemsAt(action, ["redirect"]));
  const isOfHost = (redirect: Json) => ["", "#{host}"].includes(String(jsonAt(redirect, ["host"]) ?? ""));
  return redirects.length > 0 && redirects.every((one) => jsonAt(one, ["protocol"]) === "HTTPS" && isOfHost(one));
}

const DELEGATIONS: ReadonlySet<string> = new Set(["azurerm_dns_ns_record"]);

/** A new part of a zone that other name servers answer for. Those of a zone that the plan makes are known only after apply. */
function matchDelegation(change: ResourceChange): readonly RuleMatch[] {
  const isDelegation = DELEGATIONS.has(change.type) || fieldAt(change.after, ["type"]).value === "NS";
  if (!isDelegation) return [];
  const [argument = ""] = TARGETS[change.type] ?? [];
  const servers = fieldAt(change.after, [argument]);
  if (servers.unknown || servers.value === undefined) return [];
  return [{ message: say`a new part of the zone is answered by ${show(servers)}` }];
}

/** The order of records has no meaning, and neither has the case of a name or a point at its end. */
function leadsElsewhere(pair: Pair): boolean {
  if (!differs(pair) || pair.before.value === undefined) return false;
  return pair.after.unknown || normalized(pair.before.value) !== normalized(pair.after.value);
}

function normalized(value: Json | undefined): string {
  const items = isList(value) ? value : [value];
  return JSON.stringify(
    items
      .map((item) => (typeof item === "object" ? jsonText(item) : String(item ?? "")).toLowerCase().replace(/\.$/, ""))
      .sort(),
  );
}

/** Whether a text says who may send mail for the domain, with which key it is signed, and what becomes of other mail. */
function isOfMail(change: ResourceChange, { before, after }: Pair): boolean {
  const texts = [before, after].flatMap(({ value }) => (isList(value) ? value : [value ?? null]));
  return isOfKey(change.before) || texts.some((text) => OF_MAIL.test(typeof text === "string" ? text : jsonText(text)));
}

const OF_MAIL = /^"?v=(?:spf1|DMARC1|DKIM1)|^\{"value":"\\?"?v=(?:spf1|DMARC1|DKIM1)/i;

/** `s1._domainkey.example.com` has a key of those who may sign mail (DKIM). */
function isOfKey({ value }: Marked): boolean {
  return /(?:^|\.)_domainkey(?:\.|$)/i.test(String(jsonAt(value, ["name"]) ?? ""));
}

function isText(change: ResourceChange): boolean {
  if (TEXTS.has(change.type)) return true;
  const { before, after } = pairAt(change, ["type"]);
  return [before, after].every(({ value }) => value === "TXT" || value === "SPF");
}

/** Who holds a new key of the domain may sign mail that seems to come from it. */
function matchMailKey(change: ResourceChange): readonly RuleMatch[] {
  const isRecord = TEXTS.has(change.type) || /^(?:TXT|CNAME)$/.test(String(fieldAt(change.after, ["type"]).value));
  return isRecord && isOfKey(change.after)
    ? [{ message: words("a new key with which mail of the domain may be signed (DKIM)"), level: "note" }]
    : [];
}
