import { type Message, say, withBackticks, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import type { Condition, Principal } from "../../document/policy";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import type { ActionTerm, PlacedAction } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { isDeniedToOthers, isEverybody, limitsWho, openValueOf } from "../principals/who-comes-in";
import type { Report } from "../report";
import { listOf, shorten, verb } from "../words";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";
const SEND = { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: QUEUE };

/** Rule `open-resource`: resource open to everybody. */
export const openResource = defineRule({
  code: "open-resource",
  title: "resource open to everybody",
  severity: "security",
  what: "A resource policy that allows something to the principal `*` without a condition that limits who, and without a Deny for everybody else. An ARN of any account, such as `arn:aws:sns:*:*:orders` in `aws:SourceArn`, limits nobody, as everybody can have a topic of this name; the name of a bucket does. It is info for what is often public: reading the objects of a bucket, OpenSearch domains, REST APIs, URLs of functions without authorization, public container images. What a VPC endpoint allows is exempt: it only limits.",
  why: "Every AWS account can do it, and with many services everybody on the internet.",
  bad: { policy: policyOf(SEND), type: "resource" },
  good: {
    policy: policyOf({ ...SEND, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
    type: "resource",
  },
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous",
  check: {
    types: ["resource"],
    comparesEntries: true,
    statement(parsed, context) {
      const { allows, statement, actions } = parsed;
      const everybody = allows ? (statement.principals ?? []).find(isEverybody) : undefined;
      if (everybody === undefined || statement.conditions.some(limitsWho) || isOfCatalog(actions)) return undefined;
      if (isDeniedToOthers(context, parsed)) return undefined;
      return reportOf(parsed, everybody);
    },
  },
});

/** The rule `open-trust` reports a Data Catalog. */
function isOfCatalog(actions: readonly PlacedAction[]): boolean {
  return actions.length > 0 && actions.every(({ term }) => term.service === "glue");
}

function reportOf(parsed: ParsedStatement, everybody: Principal): Report | undefined {
  const { actions: written, statement } = parsed;
  // An action that names no service allows nothing, and `unknown-service` reports it.
  const actions = written.filter(({ term }) => term.kind === "open" || term.kind === "all" || term.service !== "");
  if (actions.length === 0 && statement.notActions === undefined) return undefined;
  const isPublicUrl = statement.conditions.some(isOfPublicUrl);
  const guarded = actions.filter(({ term }) => !(isOftenPublic(term) || (isPublicUrl && term.service === "lambda")));
  if (actions.length > 0 && guarded.length === 0) {
    return {
      at: everybody,
      ...worded(actions, words("which is right only for what is public")),
      hint: "name who may, if not everybody is meant",
      severity: "info",
    };
  }
  return {
    at: everybody,
    ...worded(guarded, words("in every AWS account")),
    hint: hintFor(openValueOf(parsed)),
  };
}

function hintFor(open: ReturnType<typeof openValueOf>): string {
  if (open === undefined) return "name accounts or roles, or add a condition such as one on `aws:PrincipalOrgID`";
  const { key, value } = open;
  const isBucket = /^arn:[^:]*:s3:/.test(value);
  const other = /^aws:SourceArn$/i.test(key) ? "aws:SourceAccount" : "aws:PrincipalOrgID";
  return withBackticks(
    say`${shorten(value)} in ${key} is met from every account: name the ${words(isBucket ? "bucket" : "account")} there, or add a condition on ${other}`,
  );
}

/** Everything but a few actions has no names. */
function worded(actions: readonly PlacedAction[], rest: Message): Pick<Report, "message" | "about"> {
  if (actions.length === 0) return { message: say`almost every action is allowed to everybody, ${rest}` };
  const names = actions.map(({ at }) => at.value);
  return {
    message: say`${listOf(names)} ${words(verb(names, "is", "are"))} allowed to everybody, ${rest}`,
    about: names.join(),
  };
}

/** Services whose resources are often public: search domains and REST APIs, which have other locks, and public images. */
const PUBLIC_SERVICES = ["es", "execute-api", "ecr-public"];

/** What visitors of a website do. */
const READS_OF_OBJECTS = ["s3:getobject", "s3:getobjectversion"];

/** AWS Lambda guide, "Control access to Lambda function URLs": what the URL of a function without authorization needs. */
function isOfPublicUrl({ key, values }: Condition): boolean {
  const name = key.toLowerCase();
  // What only a plan knows may be that it needs none.
  const is = (wanted: string) =>
    values.every(({ value }) => String(value).toUpperCase() === wanted || hasToken(String(value)));
  return (
    (name === "lambda:functionurlauthtype" && is("NONE")) || (name === "lambda:invokedviafunctionurl" && is("TRUE"))
  );
}

/** Whether an action is one that is often allowed to all the world on purpose. */
function isOftenPublic(term: ActionTerm): boolean {
  const { id, kind, service } = term;
  if (kind === "open" || PUBLIC_SERVICES.includes(service)) return true;
  if (kind === "exact") return READS_OF_OBJECTS.includes(id);
  const all = kind === "pattern" && service === "s3" ? term.members() : [];
  return all.length > 0 && all.every(({ name }) => /^GetObject/.test(name));
}
