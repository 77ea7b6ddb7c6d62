import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { listValues, say } from "../../text/message";
import { uniqueSorted } from "../../text/unique-sorted";
import { differs, fieldAt, pairAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { brokerProperties } from "./resources/broker-properties";
import { matchUnaskedRule } from "./resources/listeners";
import { matchOpenApi, openApiTypes } from "./resources/open-api";
import { matchRiskySettings, type SettingRow, showSetting, typesOf } from "./resources/risky-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Policies of Azure's API Management, which are XML, and the elements by which they ask who calls. */
const API_POLICIES = ["", "_api", "_api_operation", "_product"].map((name) => `azurerm_api_management${name}_policy`);
const ASKS = /<(validate-jwt|validate-azure-ad-token|validate-client-certificate|check-header|ip-filter)\b/g;

const BROKER = "aws_msk_configuration";
const ROUTE = "aws_apigatewayv2_route";
const ROLES = "aws_cognito_identity_pool_roles_attachment";

/** Settings by which somebody without a user gets in. */
const ROWS: readonly SettingRow[] = [
  {
    types: ["aws_cognito_identity_pool"],
    path: ["allow_unauthenticated_identities"],
    risky: [true],
    whenNew: "danger",
  },
  { types: ["aws_cognito_identity_pool"], path: ["allow_classic_flow"], risky: [true], level: "attention" },
  { types: ["aws_api_gateway_method"], path: ["authorization"], risky: ["NONE"], whenNew: "attention" },
  {
    types: [ROUTE],
    path: ["authorization_type"],
    risky: ["NONE", undefined],
    whenNew: "attention",
  },
  { types: ["aws_appsync_graphql_api"], path: ["authentication_type"], risky: ["API_KEY"] },
  { types: ["google_cloud_run_v2_service"], path: ["invoker_iam_disabled"], risky: [true], whenNew: "danger" },
  {
    types: [
      "azurerm_linux_web_app",
      "azurerm_windows_web_app",
      "azurerm_linux_function_app",
      "azurerm_windows_function_app",
    ],
    path: ["auth_settings_v2", 0, "auth_enabled"],
    risky: [false, undefined],
  },
  {
    types: [
      "azurerm_linux_web_app",
      "azurerm_windows_web_app",
      "azurerm_linux_function_app",
      "azurerm_windows_function_app",
    ],
    path: ["auth_settings_v2", 0, "unauthenticated_action"],
    risky: ["AllowAnonymous"],
  },
  { types: ["azurerm_kubernetes_cluster"], path: ["local_account_disabled"], risky: [false], level: "attention" },
  { types: ["azurerm_container_registry"], path: ["anonymous_pull_enabled"], risky: [true], whenNew: "attention" },
  {
    types: ["azurerm_container_registry"],
    path: ["admin_enabled"],
    risky: [true],
    level: "attention",
    whenNew: "note",
  },
];

/** Reports an API or a pool of identities that lets somebody in without a user. */
export const guestAccess = defineRule({
  code: "guest-access",
  section: "access",
  level: "danger",
  title: "access without logging in",
  what: "An identity pool with unauthenticated identities, another role for them, or an API, app, listener, cache behavior, cluster, cache or share that no longer asks who calls it, or asks for less (attention), a new method of an API that asks nobody (attention), also in the OpenAPI of an API Gateway, or a rule of a listener that sends requests on before the one that asks (attention).",
  why: "Everybody on the internet gets in.",
  bad: "`authorization` of an API method AWS_IAM → NONE",
  good: "`authorization` of an API method NONE → AWS_IAM",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html",
  looksAt: "resource",
  types: [
    ...new Set([
      ...typesOf(ROWS),
      ...API_POLICIES,
      ROLES,
      BROKER,
      ...openApiTypes,
      ...typesWithSettings("guest-access"),
    ]),
  ],
  check(change, facts) {
    if (change.type === ROLES) return matchRoles(change);
    if (API_POLICIES.includes(change.type)) return matchApiPolicy(change);
    if (change.type === BROKER) return matchBroker(change);
    if (asksNobody(change)) return [];
    return [
      ...matchRiskySettings(change, ROWS),
      ...matchSettings(change, "guest-access", facts),
      ...matchOpenApi(change),
      ...matchUnaskedRule(change, facts),
    ];
  },
});

/**
 * Whether it answers without authorization by design: an optional method of CORS, and routes of a WebSocket but the one by which
 * clients connect.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
function asksNobody({ type, after }: ResourceChange): boolean {
  if (fieldAt(after, ["http_method"]).value === "OPTIONS") return true;
  const route = fieldAt(after, ["route_key"]).value;
  return type === ROUTE && typeof route === "string" && !/^(?:(?!OPTIONS )[A-Z]+ \/|\$connect$|\$default$)/.test(route);
}

/** The role of those who have not logged in. */
function matchRoles(change: ResourceChange): readonly RuleMatch[] {
  if (change.action !== "create" && !isUpdateOrReplacement(change)) return [];
  const pair = pairAt(change, ["roles", "unauthenticated"]);
  const isGiven = pair.after.unknown || pair.after.value !== undefined;
  // A new pool gives its guests a role that is known only after apply.
  return isGiven && differs(pair) && change.action !== "create"
    ? [{ message: showSetting(pair) }]
    : isGiven && change.action === "create"
      ? [{ message: showSetting(pair), level: "attention" }]
      : [];
}

/** A topic without an ACL is then open to everybody who reaches the cluster, which is so if nothing says otherwise. */
const OPEN_TOPICS = "allow.everyone.if.no.acl.found";

function matchBroker(change: ResourceChange): readonly RuleMatch[] {
  if (!isUpdateOrReplacement(change)) return [];
  const [before, after] = [change.before, change.after].map((marked) => fieldAt(marked, ["server_properties"]));
  if (before === undefined || after === undefined || after.unknown || after.secret) return [];
  const [from, to] = [before, after].map((field) => brokerProperties(field).get(OPEN_TOPICS) ?? "true");
  return from === "false" && to !== "false" ? [{ message: say`${OPEN_TOPICS} ${from} → ${to ?? ""}` }] : [];
}

/** The elements that the policy of an API has before, and no longer after. */
function matchApiPolicy(change: ResourceChange): readonly RuleMatch[] {
  const { before, after } = pairAt(change, ["xml_content"]);
  if (typeof before.value !== "string" || change.action === "create") return [];
  const elementsOf = (text: unknown) =>
    [
      ...String(text ?? "")
        .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
        .matchAll(ASKS),
    ].map(([, name = ""]) => name);
  const had = uniqueSorted(elementsOf(before.value));
  if (after.unknown && had.length > 0)
    return [{ message: say`the policy has ${listValues(had, 5)}, and is known only after apply`, level: "attention" }];
  const kept = new Set(elementsOf(after.value));
  const lost = had.filter((name) => !kept.has(name));
  return lost.length === 0 ? [] : [{ message: say`the policy no longer has ${listValues(lost, 5)}` }];
}
