/** What the statements of a policy allow and deny together. */
import { arnCovers, arnIntersects } from "../arn-match";
import type { ActionInfo } from "../authorization";
import { type ResourceTerm, worksOn } from "./resource-term";
import type { View } from "./view";

/** The resources of all Allow statements with an action. */
export interface Union {
  readonly terms: readonly ResourceTerm[];
  /** It holds everything, or something that nobody can judge: no rule can say that something is missing. */
  readonly whole: boolean;
  /** Whether one of the resources can be the ARN. */
  meets(arn: string): boolean;
}

/** Looks things up over all statements. */
export interface Grants {
  /** Where an action is allowed, by its name in lower case; one object for actions with the same statements. */
  resourcesOf(id: string): Union;
  /** Whether an action is allowed on something it works on. */
  gives(action: ActionInfo): boolean;
  /** Whether a Deny without conditions takes away all that a statement gives of an action. */
  isDenied(id: string, view: View): boolean;
}

/** The grants of a policy. */
export function grantsOf(views: readonly View[]): Grants {
  const unions = new Map<string, Union>();
  const byViews = new Map<string, Union>();
  const allowing = views.filter(({ allows }) => allows);
  const denying = views.filter(({ denies, statement }) => denies && statement.conditions.length === 0);
  const resourcesOf = (id: string): Union => {
    let union = unions.get(id);
    if (union === undefined) {
      const having = allowing.filter((view) => allowsAction(view, id));
      const key = having.map(({ statement }) => statement.index).join();
      union = byViews.get(key) ?? unite(having);
      byViews.set(key, union);
      unions.set(id, union);
    }
    return union;
  };
  return {
    resourcesOf,
    gives(action) {
      const { terms, whole } = resourcesOf(action.id.toLowerCase());
      return whole || terms.some((term) => worksOn(action, term));
    },
    isDenied(id, view) {
      return denying.some((deny) => {
        if (!deny.actions.some(({ term }) => term.allows(id)) || !deny.named) return false;
        return view.resources.every((given) =>
          deny.resources.some((taken) => taken.term.everything || arnCovers(taken.term.pattern, given.term.pattern)),
        );
      });
    },
  };
}

/** `NotAction` allows all but a few: which, is not worked out. */
function allowsAction({ statement, actions }: View, id: string): boolean {
  return statement.notActions !== undefined || actions.some(({ term }) => term.allows(id));
}

function unite(views: readonly View[]): Union {
  const terms = [...new Set(views.flatMap(({ resources }) => resources.map(({ term }) => term)))];
  const met = new Map<string, boolean>(terms.map(({ text }) => [text, true]));
  return {
    terms,
    whole: views.some((view) => !view.named || view.everywhere || view.doubtful),
    meets(arn) {
      let found = met.get(arn);
      if (found === undefined) {
        found = terms.some(({ pattern }) => arnIntersects(pattern, arn));
        met.set(arn, found);
      }
      return found;
    },
  };
}
