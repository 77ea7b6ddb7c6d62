/** Operations of an API that is written as OpenAPI, and what each asks of who calls. */
import { isFields, type Json, jsonAt } from "../../../json/json-value";
import { jsonText } from "../../../terraform/plan/json-text";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { listValues, say, words } from "../../../text/message";
import { parseManifest } from "../../access/manifest-text";
import { differs, type Field, fieldAt, itemsAt, pairAt } from "../../field";
import { jsonInText } from "../../generic/generic-object";
import type { RuleMatch } from "../../rule";

/** The types whose argument `body` is OpenAPI. */
export const openApiTypes: readonly string[] = ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"];

/** An optional method of CORS, `options`, answers everybody by design. */
const METHODS = /^(?:get|put|post|delete|head|patch|trace|x-amazon-apigateway-any-method)$/i;

/** What the policy and the kinds of authorizers of the whole API say. */
const OF_ALL = ["x-amazon-apigateway-policy", "components", "securityDefinitions"];

/** Operations of a new API that ask nothing (attention), unless only its VPC reaches it. */
function matchNewApi({ after }: ResourceChange): readonly RuleMatch[] {
  const now = readBody(fieldAt(after, ["body"]));
  const isPrivate = itemsAt(after.value, ["endpoint_configuration", 0, "types"]).includes("PRIVATE");
  const open = now === undefined || isPrivate ? [] : [...operationsIn(now)].filter(([, asked]) => asked === "");
  if (open.length === 0) return [];
  const names = open.map(([name]) => name);
  return [{ message: say`${listValues(names, 4)} ${words("does not ask who calls")}`, level: "attention" }];
}

/** Operations that no longer ask who calls (danger), that ask something else, and new ones that ask nothing (attention). */
export function matchOpenApi(change: ResourceChange): readonly RuleMatch[] {
  if (!openApiTypes.includes(change.type)) return [];
  if (change.action === "create") return matchNewApi(change);
  if (change.action !== "update") return [];
  const body = pairAt(change, ["body"]);
  if (!differs(body) || body.before.value === undefined) return [];
  if (body.after.unknown)
    return [{ message: words("who may call what is known only after apply, as all of body"), level: "attention" }];
  const [old, now] = [body.before, body.after].map(readBody);
  if (old === undefined || now === undefined) return [];
  const [before, after] = [operationsIn(old), operationsIn(now)];
  const open = [...after].filter(([name, asked]) => asked === "" && (before.get(name) ?? "") !== "");
  const other = [...after].filter(([name, asked]) => asked !== "" && (before.get(name) ?? asked) !== asked);
  const added = [...after].filter(
    ([name, asked]) => asked === "" && !before.has(name) && [...before.values()].some(Boolean),
  );
  const isOtherWhole = OF_ALL.some((name) => authorizersIn(old, name) !== authorizersIn(now, name));
  const tell = (found: typeof open, text: string, level: "danger" | "attention"): readonly RuleMatch[] =>
    found.length === 0
      ? []
      : [
          {
            message: say`${listValues(
              found.map(([name]) => name),
              4,
            )} ${words(text)}`,
            level,
          },
        ];
  return [
    ...tell(open, "no longer asks who calls", "danger"),
    ...tell(other, "asks who calls in another way", "attention"),
    ...tell(added, "is new and does not ask who calls", "attention"),
    ...(isOtherWhole
      ? [{ message: words("authorizers or the policy in body change"), level: "attention" as const }]
      : []),
  ];
}

function readBody({ value }: Field): Json | undefined {
  return typeof value === "string" ? (jsonInText(value) ?? parseManifest(value)) : value;
}

/** `get /orders` and its security; empty if everybody may call it. */
function operationsIn(body: Json): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const paths = jsonAt(body, ["paths"]);
  const ofAll = jsonAt(body, ["security"]);
  for (const [path, item] of isFields(paths) ? Object.entries(paths) : []) {
    for (const [method, operation] of isFields(item) ? Object.entries(item) : []) {
      if (!METHODS.test(method)) continue;
      const security = jsonAt(operation, ["security"]) ?? ofAll ?? [];
      const asked = jsonText([security, jsonAt(operation, ["x-amazon-apigateway-auth"]) ?? null]);
      found.set(`${method} ${path}`, asked === "[[],null]" ? "" : asked);
    }
  }
  return found;
}

/** Of components only the kinds of authorizers: schemas of requests say nothing of who calls. */
function authorizersIn(body: Json, name: string): string {
  return jsonText(jsonAt(body, name === "components" ? [name, "securitySchemes"] : [name]) ?? null);
}
