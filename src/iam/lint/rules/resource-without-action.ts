import { Memo } from "../../../text/memo";
import { say, words } from "../../../text/message";
import { uniqueSorted } from "../../../text/unique-sorted";
import { arnFields } from "../../arn/arn";
import { isService } from "../../data/authorization";
import { intersects, literal } from "../../document/pattern";
import { WITH_RESOURCE } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { allow } from "../example-policies";
import type { ActionTerm } from "../parsed/action-term";
import { isArnKnown, type PlacedResource, takesNoArn, typesOf } from "../parsed/resource-term";
import { listOf, verb } from "../words";

const OBJECTS = "arn:aws:s3:::raw-zone/*";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

/** Rule `resource-without-action`: resource of a service without actions. */
export const resourceWithoutAction = defineRule({
  code: "resource-without-action",
  title: "resource of a service without actions",
  severity: "warning",
  what: "Resources of a service on whose resources no action of the statement works, beside others: the ARN of a key beside objects, where all actions are those of Amazon S3. In the policy of a bucket it is an error. Actions and resources that are not known may be any.",
  why: "The resource has no effect, and the actions on it are missing. Amazon S3 refuses the policy of a bucket.",
  bad: allow("s3:GetObject", [OBJECTS, KEY]),
  good: {
    policy: {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "s3:GetObject", Resource: OBJECTS },
        { Effect: "Allow", Action: "kms:Decrypt", Resource: KEY },
      ],
    },
  },
  source:
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  accessAnalyzer: "UNSUPPORTED_RESOURCE_ARN_IN_POLICY",
  check: {
    comparesEntries: true,
    types: WITH_RESOURCE,
    statement({ allows, denies, named, everywhere, unresolved, actions, resources }, { type }) {
      if (!(allows || denies) || !named || everywhere || unresolved || actions.length === 0) return undefined;
      const owners = actions.map(({ term }) => ownersOf(term));
      if (owners.some((some) => some === undefined)) return undefined;
      const services = uniqueSorted(owners.flatMap((some) => some ?? []));
      const lone = resources.filter((resource) => isOfNone(resource, services));
      const texts = lone.map(({ at }) => at.value);
      const [first] = lone;
      // `resource-type-mismatch` reports actions that work on nothing.
      if (first === undefined || lone.length === resources.length) return undefined;
      const isOfBucket = type === "resource" && services.every((service) => service.startsWith("s3"));
      const effect = isOfBucket
        ? "so Amazon S3 refuses the policy"
        : `so ${verb(texts, "it has", "they have")} no effect`;
      const missing = uniqueSorted(texts.map((text) => arnFields(text)[2] ?? "")).filter(isService);
      return {
        at: first.at,
        message: say`no action of the statement works on ${listOf(texts, 3)}, ${words(effect)}`,
        hint: hintFor(missing, verb(texts, "it", "them")),
        severity: isOfBucket ? "error" : "warning",
        about: texts.join(),
      };
    },
  },
});

function hintFor(services: readonly string[], them: string): string {
  const [only] = services;
  if (only === undefined || services.length > 1) return `take ${them} out, or add the actions that are meant`;
  return `add the actions of \`${only}\` that are meant, in a statement of their own, or take ${them} out`;
}

const owners = new Memo<string, readonly string[] | undefined>(4096);

/** The services in the ARNs that an action, or each of a pattern, works on; undefined where that is not known. */
function ownersOf(term: ActionTerm): readonly string[] | undefined {
  return owners.get(term.id, () => {
    const members = term.kind === "exact" || term.kind === "pattern" ? term.members() : [];
    if (members.length === 0 || !isService(term.service)) return undefined;
    if (members.some((member) => !isArnKnown(member))) return undefined;
    const found = members.filter((member) => !takesNoArn(member)).flatMap(typesOf);
    const named = uniqueSorted(found.map(({ arn }) => arnFields(arn)[2] ?? ""));
    // Recovery points of AWS Backup are of any service.
    return named.some((name) => name.includes("$")) ? undefined : uniqueSorted([term.service, ...named]);
  });
}

/** Whether the service in an ARN is written out, and none of these. */
function isOfNone({ at, term }: PlacedResource, services: readonly string[]): boolean {
  const owner = term.pattern.fields?.[2];
  if (owner === undefined || term.hasPlaceholder || !at.value.startsWith("arn:")) return false;
  return !services.some((service) => intersects(owner, literal(service)));
}
