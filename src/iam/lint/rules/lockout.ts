import { say, words } from "../../../text/message";
import { parseArn } from "../../arn/arn";
import { findAction } from "../../data/authorization";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { worksOn } from "../parsed/resource-term";
import { isEverybody } from "../principals/who-comes-in";
import type { Report } from "../report";

const ACCOUNT = "arn:aws:iam::123456789012:root";
const USE = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:role/reader" },
  Action: "kms:Decrypt",
  Resource: "*",
};

/** Rule `lockout`: nobody can change the policy any more. */
export const lockout = defineRule({
  code: "lockout",
  title: "nobody can change the policy any more",
  severity: "error",
  what: "The policy of a KMS key that allows `kms:PutKeyPolicy` to nobody. As a warning, a Deny for everybody without a condition that takes the change of the policy of a bucket, a key, a queue, a topic or a secret from everybody.",
  why: "AWS refuses such a policy of a key. The policy of a bucket, a queue or a topic can then be changed by the root user alone, or by nobody.",
  bad: { policy: policyOf(USE), type: "resource" },
  good: {
    policy: policyOf({ ...USE, Principal: { AWS: ACCOUNT }, Action: "kms:*" }, USE),
    type: "resource",
  },
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  check: {
    types: ["resource"],
    ofOmissions: true,
    statement(parsed, context) {
      return reportOfDeny(parsed) ?? (context.parsedStatements[0] === parsed ? reportOfKey(context) : undefined);
    },
  },
});

const OF_KEY = "kms:putkeypolicy";

/** What changes the policy of a resource. Vaults of AWS Backup are locked on purpose. */
const CHANGES = [
  "s3:putbucketpolicy",
  OF_KEY,
  "sqs:setqueueattributes",
  "sns:settopicattributes",
  "secretsmanager:putresourcepolicy",
];

function reportOfDeny({ denies, statement, actions, resources }: ParsedStatement): Report | undefined {
  const { principals = [], conditions, notResources } = statement;
  if (!denies || conditions.length > 0 || notResources !== undefined || !principals.some(isEverybody)) return undefined;
  const found = CHANGES.flatMap((id) => {
    // `*` on `*`, or on what is not known, may be the policy of anything.
    const isOfService = resources.some(({ at }) => parseArn(at.value)?.service === id.split(":")[0]);
    const tells = (kind: string) => kind !== "open" && (kind !== "all" || isOfService);
    const placed = actions.find(({ term }) => tells(term.kind) && term.allows(id));
    const info = findAction(id);
    const works = info !== undefined && resources.some(({ term }) => !term.unresolved && worksOn(info, term));
    return placed !== undefined && works ? [placed] : [];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  return {
    at: first.at,
    message: say`${first.at.value} is denied to everybody, also to administrators, so that nobody but the root user can change this policy`,
    hint: "add a condition that says who is meant, or deny fewer actions",
    severity: "warning",
    about: first.at.value,
  };
}

/** AWS KMS guide, "Key policies": without `bypass-policy-lockout-safety-check` who sets the policy must be able to set it again. */
function reportOfKey({ parsedStatements, document }: Context): Report | undefined {
  const allowed = parsedStatements.filter(({ allows }) => allows);
  const actions = allowed.flatMap((parsed) => parsed.actions);
  const isOfKey = parsedStatements.every((parsed) => parsed.actions.every(({ term }) => term.service === "kms"));
  const isClear = allowed.every(
    ({ statement }) => statement.notActions === undefined && !statement.principals?.some(isEverybody),
  );
  if (!isOfKey || !isClear || actions.length === 0 || actions.some(({ term }) => term.kind === "open"))
    return undefined;
  if (actions.some(({ term }) => term.allows(OF_KEY))) return undefined;
  const [first] = allowed;
  return first === undefined
    ? undefined
    : {
        at: first.statement,
        message: document.skipsLockoutCheck
          ? say`${words("the policy of the key allows")} ${"kms:PutKeyPolicy"} ${words("to nobody, and the check of AWS is off, so nobody can change it any more")}`
          : say`${words("the policy of a key has to allow")} ${"kms:PutKeyPolicy"} ${words("to somebody, or AWS refuses it")}`,
        ...(document.skipsLockoutCheck ? ({ severity: "warning" } as const) : {}),
        hint: `add a statement that allows \`kms:*\` to the account, \`"Principal": { "AWS": "arn:aws:iam::ACCOUNT:root" }\``,
        about: "kms:PutKeyPolicy",
      };
}
