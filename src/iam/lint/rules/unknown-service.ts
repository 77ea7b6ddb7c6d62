import { say, words } from "../../../text/message";
import { isMistypedService, suggestService } from "../../data/authorization-suggest";
import { serviceMeantBy } from "../../data/service-aliases";
import type { PlacedAction } from "../action-term";
import type { Context } from "../context";
import { adviceForOldData, daysOfOldData, ofData, severityOfUnknown } from "../data-age";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";
import type { Report } from "../report";
import { suggestOnce } from "../suggest";
import { unknownNames } from "../unknown-names";
import { listOf, verb } from "../words";

/** Rule `unknown-service`: unknown service. */
export const unknownService = defineRule({
  code: "unknown-service",
  title: "unknown service",
  severity: "error",
  what: "Actions whose prefix is not an AWS service, and actions without a prefix. If the data is older than 60 days, it is a warning, because AWS may have added the service, unless the prefix differs in one letter only from a service that has the action, or in a letter or a hyphen too many or too few from any service.",
  why: "They allow nothing. AWS rejects a policy that has an action without a prefix.",
  bad: allow("gleu:GetJob", JOB),
  good: allow("glue:GetJob", JOB),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "INVALID_SERVICE_IN_ACTION",
  check: {
    statement(parsed, context) {
      const { services: entries = [] } = context.analyze(unknownNames).get(parsed) ?? {};
      if (entries.length === 0) return undefined;
      const groups = new Map<number | undefined, PlacedAction[]>();
      for (const entry of entries) {
        const days = daysWithoutService(context, entry);
        groups.set(days, [...(groups.get(days) ?? []), entry]);
      }
      return [...groups].map(([days, list]) => reportOf(context, list, days));
    },
  },
});

/** The age of the data, where it may be too old to have the service: see `unknown-action`. */
function daysWithoutService({ options }: Context, { term }: PlacedAction): number | undefined {
  if (term.service === "") return undefined;
  const days = daysOfOldData(options);
  return days !== undefined && (serviceMeantBy(term.service) !== undefined || isMistypedService(term.id))
    ? undefined
    : days;
}

function reportOf(context: Context, entries: readonly PlacedAction[], days: number | undefined): Report {
  const names = entries.map(({ at }) => at.value);
  const services = entries.map(({ term }) => term.service);
  const message = services.every((service) => service === "")
    ? say`${listOf(names)} ${words(verb(names, "names", "name"))} no service, as in ${"glue:GetTable"}`
    : say`${words(ofData())} ${words(verb(services, "knows no service", "knows no services"))} ${listOf(services)}`;
  return {
    at: entries[0]!.at,
    message,
    hint: hintFor(context, entries, days),
    severity: severityOfUnknown(days),
    about: names.join(),
  };
}

function hintFor(context: Context, entries: readonly PlacedAction[], days: number | undefined): string {
  // The first action of each service stands for the others.
  const services = new Map([...entries].reverse().map(({ term }) => [term.service, term.id]));
  const meant = [...services].reverse().flatMap(([service, action]) => {
    const near = service === "" ? undefined : suggestOnce(context, "service", action, suggestService);
    return near === undefined ? [] : [{ service, near }];
  });
  const advice = days === undefined ? [] : [adviceForOldData(days)];
  const [first] = meant;
  if (first === undefined) return [...advice, "write the prefix of a service, as in `glue:GetTable`"].join("; ");
  if (services.size === 1) return [`did you mean \`${first.near}\`?`, ...advice].join(" ");
  return [...meant.map(({ service, near }) => `for \`${service}\` write \`${near}\``), ...advice].join("; ");
}
