/** The resources that all statements of a policy together allow and deny. */
import { arnCovers, arnIntersects } from "../arn/arn-match";
import type { ActionInfo } from "../data/authorization";
import type { ParsedStatement } from "./parsed-statement";
import { type ResourceTerm, worksOn } from "./resource-term";

/** The resources of all Allow statements with an action. */
export class AllowedResources {
  readonly terms: readonly ResourceTerm[];
  /** Whether they include everything, or something that is not known. Then no rule can say that a resource is missing. */
  readonly whole: boolean;
  readonly #met: Map<string, boolean>;

  constructor(parsedStatements: readonly ParsedStatement[]) {
    this.terms = [...new Set(parsedStatements.flatMap(({ resources }) => resources.map(({ term }) => term)))];
    this.whole = parsedStatements.some((parsed) => !parsed.named || parsed.everywhere || parsed.unresolved);
    this.#met = new Map(this.terms.map(({ text }) => [text, true]));
  }

  /** Whether one of the resources matches the ARN, or may match it. */
  meets(arn: string): boolean {
    let found = this.#met.get(arn);
    if (found === undefined) {
      found = this.terms.some(({ pattern }) => arnIntersects(pattern, arn));
      this.#met.set(arn, found);
    }
    return found;
  }
}

/** Answers questions about all statements of a policy together. */
export class Grants {
  readonly #byAction = new Map<string, AllowedResources>();
  readonly #byStatements = new Map<string, AllowedResources>();
  readonly #allowing: readonly ParsedStatement[];
  readonly #denying: readonly ParsedStatement[];

  constructor(parsedStatements: readonly ParsedStatement[]) {
    this.#allowing = parsedStatements.filter(({ allows }) => allows);
    this.#denying = parsedStatements.filter(({ denies, statement }) => denies && statement.conditions.length === 0);
  }

  /** The resources on which an action is allowed, by its name in lower case. Actions that the same statements allow share one object. */
  resourcesOf(id: string): AllowedResources {
    let allowed = this.#byAction.get(id);
    if (allowed === undefined) {
      allowed = this.#unite(this.#allowing.flatMap((parsed, at) => (allowsAction(parsed, id) ? [at] : [])));
      this.#byAction.set(id, allowed);
    }
    return allowed;
  }

  /** Whether an action is allowed on a resource on which it can work. */
  gives(action: ActionInfo): boolean {
    const { terms, whole } = this.resourcesOf(action.id.toLowerCase());
    return whole || terms.some((term) => worksOn(action, term));
  }

  /** Whether Deny statements without conditions take an action away from every resource on which a statement allows it. */
  isDenied(id: string, parsed: ParsedStatement): boolean {
    return this.#denying.some((deny) => {
      if (!deny.actions.some(({ term }) => term.allows(id)) || !deny.named) return false;
      return parsed.resources.every((given) =>
        deny.resources.some(
          (taken) => taken.term.matchesEverything || arnCovers(taken.term.pattern, given.term.pattern),
        ),
      );
    });
  }

  /** @param positions those of the statements among the Allow statements */
  #unite(positions: readonly number[]): AllowedResources {
    const key = positions.join();
    let allowed = this.#byStatements.get(key);
    if (allowed === undefined) {
      allowed = new AllowedResources(positions.flatMap((at) => this.#allowing[at] ?? []));
      this.#byStatements.set(key, allowed);
    }
    return allowed;
  }
}

/** A statement with `NotAction` allows almost every action, so it counts as allowing each. */
function allowsAction({ statement, actions }: ParsedStatement, id: string): boolean {
  return statement.notActions !== undefined || actions.some(({ term }) => term.allows(id));
}
