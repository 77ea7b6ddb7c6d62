/** What the statements of a policy allow and deny together. */
import { arnCovers, arnIntersects } from "../arn/arn-match";
import type { ActionInfo } from "../data/authorization";
import { type ResourceTerm, worksOn } from "./resource-term";
import type { View } from "./view";

/** The resources of all Allow statements with an action. */
export class Union {
  readonly terms: readonly ResourceTerm[];
  /** It holds everything, or something that nobody can judge: no rule can say that something is missing. */
  readonly whole: boolean;
  readonly #met: Map<string, boolean>;

  constructor(views: readonly View[]) {
    this.terms = [...new Set(views.flatMap(({ resources }) => resources.map(({ term }) => term)))];
    this.whole = views.some((view) => !view.named || view.everywhere || view.doubtful);
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
  readonly #unions = new Map<string, Union>();
  readonly #byViews = new Map<string, Union>();
  readonly #allowing: readonly View[];
  readonly #denying: readonly View[];

  constructor(views: readonly View[]) {
    this.#allowing = views.filter(({ allows }) => allows);
    this.#denying = views.filter(({ denies, statement }) => denies && statement.conditions.length === 0);
  }

  /** Where an action is allowed, by its name in lower case; one object for actions with the same statements. */
  resourcesOf(id: string): Union {
    let union = this.#unions.get(id);
    if (union === undefined) {
      union = this.#unite(this.#allowing.filter((view) => allowsAction(view, id)));
      this.#unions.set(id, union);
    }
    return union;
  }

  /** Whether an action is allowed on something it works on. */
  gives(action: ActionInfo): boolean {
    const { terms, whole } = this.resourcesOf(action.id.toLowerCase());
    return whole || terms.some((term) => worksOn(action, term));
  }

  /** Whether a Deny without conditions takes away all that a statement gives of an action. */
  isDenied(id: string, view: View): boolean {
    return this.#denying.some((deny) => {
      if (!deny.actions.some(({ term }) => term.allows(id)) || !deny.named) return false;
      return view.resources.every((given) =>
        deny.resources.some((taken) => taken.term.everything || arnCovers(taken.term.pattern, given.term.pattern)),
      );
    });
  }

  #unite(having: readonly View[]): Union {
    const key = having.map(({ statement }) => statement.index).join();
    let union = this.#byViews.get(key);
    if (union === undefined) {
      union = new Union(having);
      this.#byViews.set(key, union);
    }
    return union;
  }
}

/** `NotAction` allows all but a few: which, is not worked out. */
function allowsAction({ statement, actions }: View, id: string): boolean {
  return statement.notActions !== undefined || actions.some(({ term }) => term.allows(id));
}
