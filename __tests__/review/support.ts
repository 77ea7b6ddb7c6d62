/** Plans by hand, and what the review says of them. */
import type { Json } from "../../src/json/json-value";
import { findWithoutPermissions } from "../../src/review/find-in-plans";
import type { ReviewFinding } from "../../src/review/finding";
import { createRedactor } from "../../src/review/redact/redactor";
import type { Review } from "../../src/review/report/report";
import { type ReviewOptions, review } from "../../src/review/review";
import type {
  Configuration,
  Marked,
  ModuleCall,
  Plan,
  PriorResource,
  ResourceChange,
} from "../../src/terraform/plan/plan";

const NOTHING: Marked = { value: undefined, unknown: undefined, sensitive: undefined };

export interface GivenChange extends Partial<Omit<ResourceChange, "before" | "after">> {
  readonly address: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly unknown?: Json;
  readonly sensitive?: Json;
}

/** A change of a resource; the action follows from what is there. */
export function changeOf({ address, before, after, unknown, sensitive, ...rest }: GivenChange): ResourceChange {
  const parts = address.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, "").split(".");
  const [type = "", name = ""] = parts.slice(-2);
  const module = address.slice(0, address.lastIndexOf(`${type}.${name}`)).replace(/\.$/, "");
  const action = before === undefined ? "create" : after === undefined ? "delete" : "update";
  return {
    address,
    module,
    mode: "managed",
    type,
    name,
    provider: `registry.terraform.io/hashicorp/${type.split("_")[0]}`,
    action,
    actions: [action],
    replacePaths: [],
    before: before === undefined ? NOTHING : { value: before, unknown: undefined, sensitive },
    after: after === undefined ? NOTHING : { value: after, unknown, sensitive },
    ...rest,
  };
}

export interface GivenPlan extends Partial<Omit<Plan, "resources" | "prior">> {
  readonly changes?: readonly GivenChange[];
  readonly prior?: readonly (Pick<PriorResource, "address"> & Partial<PriorResource>)[];
}

/** A plan of these changes. */
export function planOf({ changes = [], prior = [], ...rest }: GivenPlan = {}): Plan {
  return {
    source: "plan.json",
    formatVersion: "1.2",
    terraformVersion: "1.11.4",
    complete: true,
    errored: false,
    resources: changes.map(changeOf),
    drift: [],
    outputs: [],
    deferred: [],
    checks: [],
    actions: [],
    variables: new Map(),
    configuration: configurationOf({}),
    providers: [],
    prior: new Map(prior.map((one) => [one.address, priorOf(one)])),
    unknown: [],
    ...rest,
  };
}

function priorOf(one: Pick<PriorResource, "address"> & Partial<PriorResource>): PriorResource {
  const type = one.address.split(".").at(-2) ?? "";
  return { mode: "managed", type, values: {}, sensitive: undefined, dependsOn: [], ...one };
}

/** A configuration of these calls and resources; references are what an argument refers to. */
export function configurationOf(given: {
  readonly calls?: readonly (Pick<ModuleCall, "address" | "source" | "version"> & Partial<ModuleCall>)[];
  readonly resources?: Readonly<Record<string, readonly string[]>>;
}): Configuration {
  const none = { constants: new Map(), repeats: [], dependsOn: [] };
  return {
    calls: (given.calls ?? []).map((call) => ({ ...none, references: new Map(), outputs: new Map(), ...call })),
    resources: Object.entries(given.resources ?? {}).map(([address, references]) => {
      const parts = address.split(".");
      const isData = parts.at(-3) === "data";
      const module = parts.slice(0, isData ? -3 : -2).join(".");
      return {
        ...none,
        address,
        module,
        mode: isData ? "data" : "managed",
        type: parts.at(-2) ?? "",
        references: new Map([["x", references]]),
      };
    }),
    outputs: new Map(),
    sensitiveVariables: [],
  };
}

/** The findings of a plan as `rule level: message`, without permissions. */
export function findingsOf(given: GivenPlan): readonly string[] {
  return findWithoutPermissions(planOf(given), 0).map(tell);
}

function tell({ rule, level, message }: ReviewFinding): string {
  const text = message.map((part) => (typeof part === "string" ? part : part.value)).join("");
  return `${rule} ${level}: ${text}`;
}

/** The review of plans. */
export function reviewOf(given: readonly (GivenPlan | Plan)[], options: Partial<ReviewOptions> = {}): Review {
  const plans = given.map((one) => ("resources" in one ? (one as Plan) : planOf(one as GivenPlan)));
  return review(plans, { today: "2026-11-01", redactor: createRedactor(plans), ...options });
}
