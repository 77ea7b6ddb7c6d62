/** The change of what a principal may do, or of who may do what with a resource. */

import { fail } from "../../errors";
import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { type LayerDelta, layerDelta, NOTHING } from "./layer-delta";
import { markOutsideBoundary } from "./outside-boundary";
import type { BoundaryChange, Delta, Layer, NamedDocument, PrincipalPolicies } from "./types";

export interface DeltaOptions {
  /** The account of the principal or resource, twelve digits: the ARN of another account includes its users and roles. @default not known */
  readonly account?: string;
}

/**
 * Returns what changes between two sets of documents, compared by what they cover. A difference does not count as a change if it
 * is only a Sid, an order, the case of an action or the division into statements or documents, or if a wildcard covered it already.
 *
 * Allow is compared with Allow, and Deny with Deny; whatever is newly allowed is in `gained`, `rescoped`, `conditions`,
 * `denies`, `boundary` or `cannotTell`. Conditions are compared by what they require. Statements are put
 * together only action by action and resource by resource: one wildcard covers another, and several together do not.
 */
export function permissionDelta(
  before: PrincipalPolicies,
  after: PrincipalPolicies,
  options: DeltaOptions = {},
): Delta {
  checkPolicies(before, "permissionDelta(before)");
  checkPolicies(after, "permissionDelta(after)");
  checkOptions(options, { account: "text" } satisfies OptionKinds<DeltaOptions>, { place: "permissionDelta(options)" });
  const { account } = options;
  const boundary = boundaryDelta(before, after);
  const [identity, trust, resource] = (["identity", "trust", "resource"] as const).map((layer) =>
    layerDelta(before, after, layer, account),
  ) as [LayerDelta, LayerDelta, LayerDelta];
  const isSame = boundary.change === undefined && isNothing(boundary.delta);
  return {
    ...merge([isSame ? markOutsideBoundary(identity, before, after) : identity, trust, resource, boundary.delta]),
    ...(boundary.change === undefined ? {} : { boundary: boundary.change }),
  };
}

const LAYERS: readonly Layer[] = ["identity", "boundary", "trust", "resource"];

/** A policy in the place of a {@link NamedDocument} would count as nothing, so that an administrator would gain nothing. */
function checkPolicies(given: PrincipalPolicies, place: string): void {
  checkArgument(given, "object", place, { lists: ["documents"] });
  const wrong = given.documents.findIndex((one) => {
    const { layer, document } = (one ?? {}) as Partial<NamedDocument>;
    return (
      layer === undefined || !LAYERS.includes(layer) || (document !== undefined && !Array.isArray(document.statements))
    );
  });
  if (wrong < 0) return;
  fail({
    code: "bad-argument",
    path: `${place}.documents[${wrong}]`,
    message: "is no named document",
    hint: 'write { name: "read", layer: "identity", document }, with a document of `readPolicyText`; `comparePolicies` takes policies as they are',
  });
}

/** Without a boundary there is no limit, so that only two boundaries can be compared. */
function boundaryDelta(
  before: PrincipalPolicies,
  after: PrincipalPolicies,
): { readonly delta: LayerDelta; readonly change?: BoundaryChange } {
  const [old, now] = [boundaryOf(before), boundaryOf(after)];
  if (old === undefined && now === undefined) return { delta: NOTHING };
  if (old === undefined) return { delta: NOTHING, change: { direction: "added", after: now } };
  if (now === undefined) return { delta: NOTHING, change: { direction: "removed", before: old } };
  const delta = layerDelta(before, after, "boundary");
  if (old === now || isNothing(delta)) return { delta };
  return { delta, change: { direction: "replaced", before: old, after: now } };
}

function boundaryOf({ documents }: PrincipalPolicies): string | undefined {
  const names = documents.filter(({ layer }) => layer === "boundary").map(({ name }) => name);
  return names.length === 0 ? undefined : names.sort().join(", ");
}

function merge(parts: readonly LayerDelta[]): LayerDelta {
  return {
    gained: parts.flatMap(({ gained }) => gained),
    lost: parts.flatMap(({ lost }) => lost),
    rescoped: parts.flatMap(({ rescoped }) => rescoped),
    conditions: parts.flatMap(({ conditions }) => conditions),
    denies: parts.flatMap(({ denies }) => denies),
    cannotTell: parts.flatMap(({ cannotTell }) => cannotTell),
    withoutEffect: parts.flatMap(({ withoutEffect }) => withoutEffect),
  };
}

function isNothing({ withoutEffect: _, ...delta }: LayerDelta): boolean {
  return Object.values(delta).every((list) => list.length === 0);
}

/** Whether nothing changes. Statements without effect do not count as a change. */
export function isEmptyDelta(delta: Delta): boolean {
  checkArgument(delta, "object", "isEmptyDelta(delta)", { lists: ["gained", "lost"] });
  const { boundary, ...lists } = delta;
  return boundary === undefined && isNothing(lists);
}

/** Whether something is allowed that was not allowed before. {@link isUncertain} is for what may be allowed. */
export function givesMore(delta: Delta): boolean {
  checkArgument(delta, "object", "givesMore(delta)", { lists: ["gained", "rescoped", "conditions", "denies"] });
  const { gained, rescoped, conditions, denies, boundary } = delta;
  return (
    gained.length > 0 ||
    rescoped.some(({ direction }) => direction !== "narrower") ||
    conditions.some(({ direction }) => direction !== "added") ||
    denies.some(({ direction }) => direction === "removed") ||
    (boundary !== undefined && boundary.direction === "removed")
  );
}

/** Whether something is taken away. */
export function takesSome(delta: Delta): boolean {
  checkArgument(delta, "object", "takesSome(delta)", { lists: ["lost", "rescoped", "conditions", "denies"] });
  const { lost, rescoped, conditions, denies, boundary } = delta;
  return (
    lost.length > 0 ||
    rescoped.some(({ direction }) => direction !== "wider") ||
    conditions.some(({ direction }) => direction !== "dropped") ||
    denies.some(({ direction }) => direction === "added") ||
    (boundary !== undefined && boundary.direction === "added")
  );
}

/** Whether something unknown may be allowed. What is gone and could not be read may have been a Deny. */
export function isUncertain(delta: Delta): boolean {
  checkArgument(delta, "object", "isUncertain(delta)", { lists: ["cannotTell"] });
  const { cannotTell } = delta;
  return cannotTell.some(({ side, allows }) => side === "after" || allows === undefined);
}
