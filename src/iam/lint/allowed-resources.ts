/** What the statements of a policy allow and deny together. */
import { arnCovers, arnIntersects } from "../arn/arn-match";
import type { ActionInfo } from "../data/authorization";
import type { ParsedStatement } from "./parsed-statement";
import { type ResourceTerm, worksOn } from "./resource-term";

/** The resources of all Allow statements with an action. */
export class AllowedResources {
  readonly terms: readonly ResourceTerm[];
  /** It holds everything, or something that nobody can judge: no rule can say that something is missing. */
  readonly whole: boolean;
  readonly #met: Map<string, boolean>;

  constructor(parsedStatements: readonly ParsedStatement[]) {
    this.terms = [...new Set(parsedStatements.flatMap(({ resources }) => resources.map(({ term }) => term)))];
    this.whole = parsedStatements.some((parsed) => !parsed.named || parsed.everywhere || parsed.unresolved);
    this.#met = new Map(this.terms.map(({ text }) => [text, true]));
  }

  /** Whether one of the resources can be the ARN. */
  meets(arn: string): boolean {
    let found = this.#met.get(arn);
    if (found === undefined) {
      found = this.terms.some(({ pattern }) => arnIntersects(pattern, arn));
      this.#met.set(arn, found);
    }
    return found;
  }
}

/** What the statements of a policy allow and deny together: looks things up over all of them. */
export class Grants {
  readonly #unions = new Map<string, AllowedResources>();
  readonly #byViews = new Map<string, AllowedResources>();
  readonly #allowing: readonly ParsedStatement[];
  readonly #denying: readonly ParsedStatement[];

  constructor(parsedStatements: readonly ParsedStatement[]) {
    this.#allowing = parsedStatements.filter(({ allows }) => allows);
    this.#denying = parsedStatements.filter(({ denies, statement }) => denies && statement.conditions.length === 0);
  }

  /** Where an action is allowed, by its name in lower case; one object for actions with the same statements. */
  resourcesOf(id: string): AllowedResources {
    let allowed = this.#unions.get(id);
    if (allowed === undefined) {
      allowed = this.#unite(this.#allowing.filter((parsed) => allowsAction(parsed, id)));
      this.#unions.set(id, allowed);
    }
    return allowed;
  }

  /** Whether an action is allowed on something it works on. */
  gives(action: ActionInfo): boolean {
    const { terms, whole } = this.resourcesOf(action.id.toLowerCase());
    return whole || terms.some((term) => worksOn(action, term));
  }

  /** Whether a Deny without conditions takes away all that a statement gives of an action. */
  isDenied(id: string, parsed: ParsedStatement): boolean {
    return this.#denying.some((deny) => {
      if (!deny.actions.some(({ term }) => term.allows(id)) || !deny.named) return false;
      return parsed.resources.every((given) =>
        deny.resources.some((taken) => taken.term.everything || arnCovers(taken.term.pattern, given.term.pattern)),
      );
    });
  }

  #unite(having: readonly ParsedStatement[]): AllowedResources {
    const key = having.map(({ statement }) => statement.index).join();
    let allowed = this.#byViews.get(key);
    if (allowed === undefined) {
      allowed = new AllowedResources(having);
      this.#byViews.set(key, allowed);
    }
    return allowed;
  }
}

/** `NotAction` allows all but a few: which, is not worked out. */
function allowsAction({ statement, actions }: ParsedStatement, id: string): boolean {
  return statement.notActions !== undefined || actions.some(({ term }) => term.allows(id));
}
