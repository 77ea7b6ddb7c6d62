import { isFields, isList, type Json, type ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { say, value, words } from "../../text/message";
import { fieldAt, jsonAt } from "../field";
import { armBody } from "../generic/generic-object";
import { defineRule, type RuleMatch } from "../rule";

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

/** Reports settings in bodies of Azure's API and of Cloud Control, which have no arguments of their own. */
export const bodySetting = defineRule({
  code: "body-setting",
  section: "safeguards",
  level: "attention",
  title: "opened, or less guarded",
  what: "A setting of a resource of the providers azapi and awscc, or of Cloud Control, that opens it to the Internet, or turns encryption, recovery or the check of who calls off, by its name. The review does not compare what else they have.",
  why: "These resources can be anything, so the rules for their usual types do not see them.",
  bad: "`publicNetworkAccess` of an `azapi_resource` Disabled → Enabled",
  good: "`publicNetworkAccess` of an `azapi_resource` Enabled → Disabled",
  source: "https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource",
  looksAt: "resource",
  types: "every",
  check(change) {
    const side = SIDES.find(({ types }) => types.test(change.type));
    if (side === undefined) return [];
    // An update of what exists is a resource of its own in azapi.
    const isUpdate = isUpdateOrReplacement(change) || change.type === "azapi_update_resource";
    if (!isUpdate || change.action === "delete") return [];
    const [before, after] = [side.read(change.before), side.read(change.after)];
    return leavesOf(after, []).flatMap(({ path, leaf }) => matchLeaf({ change, path, leaf, before, root: side.root }));
  },
});

const SIDES: readonly { readonly types: RegExp; readonly root: ValuePath; read(marked: Marked): Json | undefined }[] = [
  { types: /^azapi_(?:update_)?resource$/, root: ["body"], read: armBody },
  {
    types: /^aws_cloudcontrolapi_resource$/,
    root: ["desired_state"],
    read: (marked) => armBody({ ...marked, value: { body: jsonAt(marked.value, ["desired_state"]) ?? null } }),
  },
  { types: /^awscc_/, root: [], read: ({ value: state }) => state },
];

/** The texts, numbers and flags in a value. */
function leavesOf(json: Json | undefined, path: ValuePath): readonly { path: ValuePath; leaf: Json }[] {
  if (isList(json)) return json.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (isFields(json)) return Object.keys(json).flatMap((name) => leavesOf(json[name], [...path, name]));
  return json === undefined || json === null ? [] : [{ path, leaf: json }];
}

interface Leaf {
  readonly change: ResourceChange;
  readonly path: ValuePath;
  readonly leaf: Json;
  readonly before: Json | undefined;
  readonly root: ValuePath;
}

function matchLeaf({ change, path, leaf, before, root }: Leaf): readonly RuleMatch[] {
  const name = String(path.findLast((step) => typeof step === "string") ?? "");
  const risky = RISKY.get(name.replace(/[^A-Za-z]/g, "").toLowerCase());
  const textOf = (json: Json) => String(json).toLowerCase();
  if (risky === undefined || !risky.test(textOf(leaf))) return [];
  const old = jsonAt(before, path) ?? undefined;
  // What was not set before was at its default, which is the closed one only of what must be turned on.
  const wasRisky = old === undefined ? textOf(leaf) === "false" : risky.test(textOf(old));
  if (wasRisky) return [];
  const shown = path.filter((step) => typeof step === "string" && step !== "properties").join(".");
  const isSecret =
    fieldAt(change.after, [...root, ...path]).secret || fieldAt(change.before, [...root, ...path]).secret;
  if (isSecret) return [{ message: say`${shown} changes, and is sensitive` }];
  const from = old === undefined ? words("(none)") : value(String(old));
  return [{ message: say`${shown} ${from} → ${String(leaf)}` }];
}
