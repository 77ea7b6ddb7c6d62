import { isFields, isList, type Json, jsonAt, type ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, value, words } from "../../text/message";
import { helmValuesOf, hidesHelmValues } from "../access/helm-values";
import { fieldAt } from "../field";
import { armBody, desiredState } from "../generic/generic-object";
import { defineRule, type RuleMatch } from "../rule";
import { COMPARED } from "./resources/judged-by-name";

/** Settings by their names without signs and capitals, and the values that open something or take a safeguard away. */
const RISKY: ReadonlyMap<string, RegExp> = new Map([
  ["adminuserenabled", /^true$/],
  ["allowblobpublicaccess", /^true$/],
  ["allowsharedkeyaccess", /^true$/],
  ["anonymouspullenabled", /^true$/],
  ["blockpublicacls", /^false$/],
  ["blockpublicpolicy", /^false$/],
  ["defaultaction", /^allow$/],
  ["disablelocalaccounts", /^false$/],
  ["disablelocalauth", /^false$/],
  ["enableaccesslogging", /^false$/],
  ["enablepurgeprotection", /^false$/],
  ["enablerbacauthorization", /^false$/],
  ["enablesoftdelete", /^false$/],
  ["encrypted", /^false$/],
  ["endpointpublicaccess", /^true$/],
  ["httpsonly", /^false$/],
  ["httptokens", /^optional$/],
  ["ignorepublicacls", /^false$/],
  ["minimaltlsversion", /^(?:tls)?1[._][01]$/],
  ["minimumtlsversion", /^(?:tls)?1[._][01]$/],
  ["mintlsversion", /^(?:tls)?1[._][01]$/],
  ["pointintimerecoveryenabled", /^false$/],
  ["publicaccess", /^(?:blob|container)$/],
  ["publiclyaccessible", /^true$/],
  ["publicnetworkaccess", /^(?:enabled|true)$/],
  ["publicnetworkaccessforingestion", /^enabled$/],
  ["publicnetworkaccessforquery", /^enabled$/],
  ["restrictpublicbuckets", /^false$/],
  ["scheme", /^internet-facing$/],
  ["storageencrypted", /^false$/],
  ["supportshttpstrafficonly", /^false$/],
]);

/** Values of charts, by their last two names or the last one. */
const RISKY_IN_CHARTS: ReadonlyMap<string, RegExp> = new Map([
  ["allowinsecureimages", /^true$/],
  ["allowprivilegeescalation", /^true$/],
  ["anonymousenabled", /^true$/],
  ["authanonymousenabled", /^true$/],
  ["authenabled", /^false$/],
  ["networkpolicyenabled", /^false$/],
  ["persistenceenabled", /^false$/],
  ["readonlyrootfilesystem", /^false$/],
  ["runasnonroot", /^false$/],
  ["servicetype", /^loadbalancer$/],
  ["sslenabled", /^false$/],
  ["tlsenabled", /^false$/],
  ["usepassword", /^false$/],
]);

/**
 * Settings of providers that have no table, by their last two names or the last one: what lets the Internet in, and what encrypts,
 * records, keeps or checks. The names are those of several providers, and mean the same in each.
 */
const RISKY_ELSEWHERE: readonly (readonly [names: RegExp, values: RegExp])[] = [
  [
    /^(?:is|has|enable|assign|associate|allocate|use)?public(?:ip|ipv4|ipaddress|endpoint|network|networkaccess|internet)(?:access)?(?:enabled)?$/,
    /^true$/,
  ],
  [/^(?:networkinterface)nat$/, /^true$/],
  [/^(?:networktype|addresstype|ipaddresstype|loadbalancertype)$/, /^(?:public|internet|internet-facing|external)$/],
  [
    /^(?:is|are|enable)?\w*encrypt(?:ed|ion)?\w*?(?:enabled|atrest|intransit|volume)?$/,
    /^(?:false|disabled|off|none)$/,
  ],
  [
    /^(?:is|enable|require|force|enforce)?(?:ssl|tls|https|mtls)(?:only|enabled|required|enforced|action|redirect)?$/,
    /^(?:false|disabled|off|close|none)$/,
  ],
  [/^tdestatus$/, /^disabled$/],
  [/^redirecthttptohttps$/, /^false$/],
  [/insecure(?:skip)?(?:tls)?verif\w*$|skip(?:tls)?verify$|^insecuressl$|^tlsinsecure$/, /^true$/],
  [/^(?:is|enable)?(?:audit|accesslogs?|auditlogs?|logging|flowlogs?)(?:enabled)?$/, /^(?:false|disabled|off)$/],
  [/^(?:is|enable)?versioning(?:enabled|status)?$/, /^(?:false|disabled|suspended|off)$/],
  [/^(?:is|enable)?(?:auto|automated|automatic)?backups?(?:enabled)?$/, /^(?:false|disabled|off)$/],
  [
    /^(?:enforce|require)s?(?:mfa|twofactor)\w*$|^(?:mfa|twofactor)(?:authentication)?(?:required|enforced)$/,
    /^false$/,
  ],
  [/legacyimdsendpointsdisabled$/, /^false$/],
  [/^(?:metadata)?serialportenable$/, /^(?:true|1)$/],
];

/** Settings that are guarded where they are not set. */
const GUARDED_BY_DEFAULT: ReadonlySet<string> = new Set([
  "allowinsecureimages",
  "anonymousenabled",
  "authenabled",
  "persistenceenabled",
  "servicetype",
  "usepassword",
  "adminuserenabled",
  "allowblobpublicaccess",
  "anonymouspullenabled",
  "enablesoftdelete",
  "publicaccess",
  "publiclyaccessible",
  "supportshttpstrafficonly",
]);

/** Reports settings in bodies of Azure's API and of Cloud Control and in values of charts, which have no arguments of their own. */
export const bodySetting = defineRule({
  code: "body-setting",
  section: "safeguards",
  level: "attention",
  title: "opened, or less guarded",
  what: "A setting of a resource of the providers azapi and awscc, of Cloud Control, or of a provider of which the review knows no more than names, or a value of a chart of Helm, that opens it to the Internet, or turns encryption, recovery or the check of who calls off, by its name, and one that guarded and is no longer set, or known only after apply. The review does not compare what else they have.",
  why: "These resources can be anything, so the rules for their usual types do not see them.",
  bad: "`publicNetworkAccess` of an `azapi_resource` Disabled → Enabled",
  good: "`publicNetworkAccess` of an `azapi_resource` Enabled → Disabled",
  source: "https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource",
  looksAt: "resource",
  types: "every",
  check(change) {
    const body = BODIES.find(({ types }) => types.test(change.type));
    if (body === undefined) return [];
    // An update of what exists is a resource of its own in azapi.
    const isUpdate = isUpdateOrReplacement(change) || change.type === "azapi_update_resource";
    if (!isUpdate || change.action === "delete") return [];
    const { root } = body;
    const bodies = { change, before: body.read(change.before, change), after: body.read(change.after, change), root };
    const set = leavesOf(bodies.after, []).flatMap((leaf) => matchSet(bodies, leaf));
    return [...set, ...matchLost(bodies)];
  },
});

const HELM = "helm_release";

/** Providers that have neither a table nor bodies. */
const ELSEWHERE = new RegExp(`^(?!${COMPARED.source.slice(1)}|a(?:zapi|wscc)_)`);

/** Where the resources of a provider have their body. */
interface BodyPlace {
  readonly types: RegExp;
  /** The argument that holds the body; empty where the arguments are the body. */
  readonly root: ValuePath;
  read(side: Marked, change: ResourceChange): Json | undefined;
}

const BODIES: readonly BodyPlace[] = [
  { types: /^azapi_(?:update_)?resource$/, root: ["body"], read: armBody },
  {
    types: /^aws_cloudcontrolapi_resource$/,
    root: ["desired_state"],
    read: desiredState,
  },
  { types: /^awscc_/, root: [], read: ({ value: state }) => state },
  { types: /^helm_release$/, root: ["values"], read: (marked, change) => mergedValues(helmValuesOf(change, marked)) },
  { types: ELSEWHERE, root: [], read: ({ value: state }) => state },
];

/** The values of a release as one object: a later one replaces an earlier one. */
function mergedValues(json: Json | undefined): Json | undefined {
  return isList(json) ? json.reduce<Json>(merge, {}) : undefined;
}

function merge(one: Json, other: Json): Json {
  if (!isFields(one) || !isFields(other)) return other ?? one;
  const both = Object.entries(other).map(([name, inner]) => [name, merge(one[name] ?? null, inner)] as const);
  return { ...one, ...Object.fromEntries(both) };
}

/** A text, a number or a flag in a body. */
interface Leaf {
  /** From the body on. */
  readonly path: ValuePath;
  readonly leaf: Json;
}

function leavesOf(json: Json | undefined, path: ValuePath): readonly Leaf[] {
  if (isList(json)) return json.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (isFields(json)) return Object.keys(json).flatMap((name) => leavesOf(json[name], [...path, name]));
  return json === undefined || json === null ? [] : [{ path, leaf: json }];
}

/** The body of a resource on both sides of a change. */
interface Bodies {
  readonly change: ResourceChange;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly root: ValuePath;
}

/** A setting that is risky, and was not. */
function matchSet({ change, before, root }: Bodies, { path, leaf }: Leaf): readonly RuleMatch[] {
  if (!isRisky(change, path, leaf)) return [];
  const old = jsonAt(before, path) ?? undefined;
  if (old === undefined ? wasRiskyByDefault(change, path, leaf) : isRisky(change, path, old)) return [];
  if (isSecret(change, [...root, ...path])) return [{ message: say`${shownPath(path)} changes, and is sensitive` }];
  const from = old === undefined ? words("(none)") : value(String(old));
  return [{ message: say`${shownPath(path)} ${from} → ${String(leaf)}` }];
}

/** What was not set was at its default; an update of what exists, which azapi has as a new resource, found any value. */
function wasRiskyByDefault({ type }: ResourceChange, path: ValuePath, leaf: Json): boolean {
  const isGuarded = GUARDED_BY_DEFAULT.has(plainName(path)) || GUARDED_BY_DEFAULT.has(plainName(path, 2));
  return type !== "azapi_update_resource" && textOf(leaf) === "false" && !isGuarded;
}

/** The settings that were guarded, and that are no longer set or not known yet. */
function matchLost({ change, before, after, root }: Bodies): readonly RuleMatch[] {
  // What is not in the body of such an update stays as it is.
  if (change.type === "azapi_update_resource") return [];
  // An item of a list may only have moved.
  const lost = leavesOf(before, []).filter(
    ({ path, leaf }) =>
      riskyAt(change, path) !== undefined &&
      !isRisky(change, path, leaf) &&
      path.every((step) => typeof step === "string") &&
      (jsonAt(after, path) ?? undefined) === undefined,
  );
  const isUnknown = (path: ValuePath) =>
    fieldAt(change.after, change.type === HELM ? root : [...root, ...path]).unknown;
  // In awscc these are arguments, and what is not set is computed.
  const unknown =
    root.length === 0 ? [] : lost.filter(({ path }) => isUnknown(path)).map(({ path }) => shownPath(path));
  const unset = lost.filter(
    ({ path }) =>
      after !== undefined &&
      !isUnknown(path) &&
      ![1, 2].some((count) => GUARDED_BY_DEFAULT.has(plainName(path, count))),
  );
  const later = words(unknown.length === 1 ? "is known only after apply" : "are known only after apply");
  return [
    ...(unknown.length === 0 ? [] : [{ message: say`${listValues(unknown, 4)} ${later}` }]),
    ...unset.map(({ path, leaf }) => ({
      message: isSecret(change, [...root, ...path])
        ? say`${shownPath(path)} is no longer set, and is sensitive`
        : say`${shownPath(path)} ${String(leaf)} → ${words("(none)")}`,
    })),
  ];
}

function isRisky(change: ResourceChange, path: ValuePath, leaf: Json): boolean {
  return riskyAt(change, path)?.test(textOf(leaf)) === true;
}

function riskyAt({ type }: ResourceChange, path: ValuePath): RegExp | undefined {
  if (ELSEWHERE.test(type)) return RISKY.get(plainName(path)) ?? riskyElsewhere(plainName(path), plainName(path, 2));
  const inChart =
    type === HELM ? (RISKY_IN_CHARTS.get(plainName(path, 2)) ?? RISKY_IN_CHARTS.get(plainName(path))) : undefined;
  return inChart ?? RISKY.get(plainName(path));
}

function riskyElsewhere(...names: readonly string[]): RegExp | undefined {
  return RISKY_ELSEWHERE.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

/** The last names of a setting without signs and capitals. */
function plainName(path: ValuePath, count = 1): string {
  const names = path.filter((step) => typeof step === "string").slice(-count);
  return names
    .join("")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

function textOf(leaf: Json): string {
  return String(leaf).toLowerCase();
}

function shownPath(path: ValuePath): string {
  return path.filter((step) => typeof step === "string" && step !== "properties").join(".");
}

function isSecret(change: ResourceChange, path: ValuePath): boolean {
  const { before, after } = change;
  if (change.type === HELM) return hidesHelmValues(change, before) || hidesHelmValues(change, after);
  return fieldAt(before, path).secret || fieldAt(after, path).secret;
}
