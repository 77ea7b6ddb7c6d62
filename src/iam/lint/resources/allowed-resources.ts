/** The resources that all statements of a policy together allow and deny. */
import { Memo } from "../../../text/memo";
import { arnCovers, arnIntersects } from "../../arn/arn-match";
import type { ActionInfo } from "../../data/authorization";
import { covers, pattern } from "../../document/pattern";
import type { Statement } from "../../document/policy";
import { type ActionTerm, actionTerm } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { type ResourceTerm, worksOn } from "../parsed/resource-term";

/** The resources of all Allow statements with an action. */
export class AllowedResources {
  readonly terms: readonly ResourceTerm[];
  /** Whether they include everything, or something that is not known. Then no rule can say that a resource is missing. */
  readonly whole: boolean;
  readonly #texts: ReadonlySet<string>;
  readonly #met = new Memo<string, boolean>();

  constructor(parsedStatements: readonly ParsedStatement[]) {
    this.terms = [...new Set(parsedStatements.flatMap(({ resources }) => resources.map(({ term }) => term)))];
    this.whole = parsedStatements.some((parsed) => !parsed.named || parsed.everywhere || parsed.unresolved);
    this.#texts = new Set(this.terms.map(({ text }) => text));
  }

  /** Whether one of the resources matches the ARN, or may match it. */
  meets(arn: string): boolean {
    if (this.#texts.has(arn)) return true;
    return this.#met.get(arn, () => this.terms.some(({ pattern }) => arnIntersects(pattern, arn)));
  }
}

/** Answers questions about all statements of a policy together. */
export class Grants {
  readonly #byAction = new Memo<string, AllowedResources>();
  readonly #byStatements = new Memo<string, AllowedResources>();
  readonly #allowing: readonly ParsedStatement[];
  readonly #denying: readonly ParsedStatement[];

  constructor(parsedStatements: readonly ParsedStatement[]) {
    this.#allowing = parsedStatements.filter(({ allows }) => allows);
    this.#denying = parsedStatements.filter(({ denies, statement }) => denies && deniesAlways(statement));
  }

  /** The resources on which an action is allowed, by its name in lower case. Actions that the same statements allow share one object. */
  resourcesOf(id: string): AllowedResources {
    return this.#byAction.get(id, () =>
      this.#unite(this.#allowing.flatMap((parsed, at) => (allowsAction(parsed, id) ? [at] : []))),
    );
  }

  /** Whether an action is allowed on a resource on which it can work. */
  gives(action: ActionInfo): boolean {
    const { terms, whole } = this.resourcesOf(action.id.toLowerCase());
    return whole || terms.some((term) => worksOn(action, term));
  }

  /** Whether Deny statements without conditions take an action away from every resource on which a statement allows it. */
  isDenied(id: string, parsed: ParsedStatement): boolean {
    return this.#denying.some((deny) => deniesAction(deny, id) && deniesResources(deny, parsed));
  }

  /** Whether Deny statements without conditions take an action away from every ARN of its service, so that only what has no ARN is left. */
  isDeniedOnArns({ id, service }: ActionInfo): boolean {
    return this.#denying.some(
      (deny) =>
        deniesAction(deny, id.toLowerCase()) &&
        deny.named &&
        (deny.everywhere || deny.resources.some(({ term }) => term.matchesAllOf(service))),
    );
  }

  /** The same of all that an entry of `Action` allows: of `iam:*` beside a Deny of `iam:*`. */
  isWhollyDenied(term: ActionTerm, parsed: ParsedStatement): boolean {
    if (this.#denying.length === 0) return false;
    if (term.info !== undefined) return this.isDenied(term.id, parsed);
    return this.#denying.some((deny) => deniesTerm(deny, term) && deniesResources(deny, parsed));
  }

  /** @param positions those of the statements among the Allow statements */
  #unite(positions: readonly number[]): AllowedResources {
    return this.#byStatements.get(
      positions.join(),
      () => new AllowedResources(positions.flatMap((at) => this.#allowing[at] ?? [])),
    );
  }
}

/** A statement with `NotAction` allows almost every action, so it counts as allowing each. */
function allowsAction({ statement, actions }: ParsedStatement, id: string): boolean {
  return statement.notActions !== undefined || actions.some(({ term }) => term.allows(id));
}

/** Whether a Deny holds for every request of everybody. */
function deniesAlways({ conditions, principals, notPrincipals }: Statement): boolean {
  if (conditions.length > 0 || notPrincipals !== undefined) return false;
  return principals === undefined || principals.some(({ values }) => values.some(({ value }) => value === "*"));
}

function deniesAction({ statement, actions }: ParsedStatement, id: string): boolean {
  if (statement.notActions === undefined) return actions.some(({ term }) => term.allows(id));
  return !statement.notActions.some(({ value }) => actionTerm(value).allows(id));
}

/** A `NotAction` may spare some of what a pattern allows, so it is not looked at. */
function deniesTerm({ actions }: ParsedStatement, { id }: ActionTerm): boolean {
  return actions.some(
    ({ term }) => term.kind === "all" || (term.kind !== "open" && covers(pattern(term.id), pattern(id))),
  );
}

/** Whether a Deny takes every resource of an Allow; what an Allow with `NotResource` allows, only a Deny on everything takes. */
function deniesResources(deny: ParsedStatement, { named, resources }: ParsedStatement): boolean {
  if (!deny.named) return false;
  if (deny.everywhere || !named) return deny.everywhere;
  return resources.every((given) => deny.resources.some((taken) => arnCovers(taken.term.pattern, given.term.pattern)));
}
