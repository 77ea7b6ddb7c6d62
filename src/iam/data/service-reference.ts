/**
 * AWS's service reference documents: Service Authorization Reference, "Simplified AWS service information for programmatic
 * access". One JSON document for each service, `https://servicereference.us-east-1.amazonaws.com/v1/s3/s3.json`.
 *
 * They say neither which types an action requires nor which other actions its caller needs. Where our own data knows the
 * action, that is taken from there; of an action that it does not know nothing is required.
 */
import type { CompactService } from "./compact-service";
import { decodeService } from "./decode-service";
import { type ActionFacts, encodeService } from "./encode-service";
import type { AccessLevel, ActionData } from "./service-data";

/** The document of a service. What we do not read is left out here. */
interface ServiceReference {
  readonly Name: string;
  readonly Actions: readonly ReferenceAction[];
  readonly ConditionKeys?: readonly { readonly Name: string; readonly Types?: readonly string[] }[];
  readonly Resources?: readonly ReferenceType[];
}

interface ReferenceAction {
  readonly Name: string;
  readonly ActionConditionKeys?: readonly string[];
  readonly Annotations?: { readonly Properties?: Readonly<Record<string, boolean>> };
  readonly Resources?: readonly { readonly Name: string; readonly ConditionKeys?: readonly string[] }[];
}

interface ReferenceType {
  readonly Name: string;
  readonly ARNFormats?: readonly string[];
  readonly ConditionKeys?: readonly string[];
}

/** Whether a value of JSON is the document of a service. */
export function isServiceReference(value: unknown): value is ServiceReference {
  const { Name, Actions } = (value ?? {}) as Partial<Record<keyof ServiceReference, unknown>>;
  return typeof Name === "string" && Array.isArray(Actions) && Actions.every((one) => typeof one?.Name === "string");
}

/** The service of a document; `known` is what our own data says of it. @throws TfwrightError `bad-data` */
export function serviceOfReference(document: ServiceReference, known: CompactService | undefined): CompactService {
  const data = known === undefined ? undefined : decodeService(known);
  const { Name, Actions, ConditionKeys = [], Resources = [] } = document;
  return encodeService({
    service: Name.toLowerCase(),
    conditionKeys: ConditionKeys.map((one) => ({ key: one.Name, type: one.Types?.[0] ?? "" })),
    resourceTypes: Resources.filter((type) => (type.ARNFormats ?? []).length > 0).map((type) => ({
      name: type.Name,
      arns: type.ARNFormats ?? [],
      conditionKeys: type.ConditionKeys ?? [],
    })),
    actions: Actions.map((action) => factsOf(action, Resources, data?.action(action.Name.toLowerCase()))),
  });
}

function factsOf(action: ReferenceAction, types: readonly ReferenceType[], known: ActionData | undefined): ActionFacts {
  const described = new Set(
    types.filter(({ ARNFormats = [] }) => ARNFormats.length > 0).map(({ Name }) => Name.toLowerCase()),
  );
  const required = new Set(
    (known?.resourceTypes ?? []).filter((use) => use.required).map(({ name }) => name.toLowerCase()),
  );
  return {
    name: action.Name,
    access: accessOf(action) ?? known?.access ?? [],
    conditionKeys: action.ActionConditionKeys ?? [],
    dependentActions: known?.dependentActions ?? [],
    resourceTypes: (action.Resources ?? [])
      .filter(({ Name }) => described.has(Name.toLowerCase()))
      .map(({ Name, ConditionKeys = [] }) => ({
        name: Name,
        required: required.has(Name.toLowerCase()),
        conditionKeys: ConditionKeys,
      })),
  };
}

const LEVELS: readonly (readonly [property: string, level: AccessLevel])[] = [
  ["IsList", "List"],
  ["IsPermissionManagement", "Permissions management"],
  ["IsTaggingOnly", "Tagging"],
  ["IsWrite", "Write"],
];

/** An action with none of the properties reads; one without annotations may do anything. */
function accessOf({ Annotations }: ReferenceAction): readonly AccessLevel[] | undefined {
  const properties = Annotations?.Properties;
  if (properties === undefined) return undefined;
  const found = LEVELS.filter(([property]) => properties[property] === true).map(([, level]) => level);
  return found.length === 0 ? ["Read"] : found;
}
