import { say, withBackticks, words } from "../../../text/message";
import { actionName, isService } from "../../data/authorization";
import { isMistypedService, suggestService } from "../../data/authorization-suggest";
import { serviceMeantBy } from "../../data/service-aliases";
import type { Context } from "../context";
import { adviceForOldData, daysOfOldData, ofData, severityOfUnknown } from "../data-age";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";
import type { ActionTerm, PlacedAction } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";
import type { Report } from "../report";
import { suggestOnce } from "../suggest";
import { unknownNames } from "../unknown-names";
import { listOf, verb } from "../words";

/** Rule `unknown-service`: unknown service. */
export const unknownService = defineRule({
  code: "unknown-service",
  title: "unknown service",
  severity: "error",
  what: "Actions whose prefix is not an AWS service, and actions without a prefix. If the data is older than 60 days, it is a warning, because AWS may have added the service, unless the prefix differs in one letter only from a service that has the action, or in a letter or a hyphen too many or too few from any service. In the NotAction of a Deny, a prefix that is near to none is an info. Where no action of a policy is of a service of AWS and no ARN of one of its partitions, it is taken for the policy of another system, and that is all that is said: an info.",
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
      return [...groups].map(([days, list]) => ofExemption(parsed, reportOf(context, list, days)));
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

/**
 * A Deny of all but some services: one that is gone exempts nothing, and such lists keep it. Those that AWS publishes for a Deny by Region
 * have some, such as `awsbillingconsole`. What another service is near to is mistyped there as anywhere.
 */
function ofExemption({ denies, statement }: ParsedStatement, { isMistyped, ...report }: ServiceReport): Report {
  const exempts = denies && statement.notActions !== undefined && !isMistyped;
  return exempts ? { ...report, hint: "it exempts nothing: take it out", severity: "info" } : report;
}

/** A report, and whether another name of a service was meant. */
interface ServiceReport extends Report {
  readonly isMistyped: boolean;
}

function reportOf(context: Context, entries: readonly PlacedAction[], days: number | undefined): ServiceReport {
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
    isMistyped: entries.some(({ term }) => term.service === "" || serviceMeant(context, term) !== undefined),
  };
}

function hintFor(context: Context, entries: readonly PlacedAction[], days: number | undefined): string {
  const services = [...new Set(entries.map(({ term }) => term.service))];
  const meant = services.flatMap((service) => {
    const [first] = entries.filter(({ term }) => term.service === service);
    const near = first === undefined ? undefined : serviceMeant(context, first.term);
    return near === undefined ? [] : [{ service, near }];
  });
  const advice = days === undefined ? [] : [adviceForOldData(days)];
  const [first] = meant;
  if (first === undefined) return [...advice, hintForNone(context, entries)].join("; ");
  if (services.length === 1) return [`did you mean \`${first.near}\`?`, ...advice].join(" ");
  return [...meant.map(({ service, near }) => `for \`${service}\` write \`${near}\``), ...advice].join("; ");
}

function serviceMeant(context: Context, { id, service }: ActionTerm): string | undefined {
  if (service === "") return undefined;
  return suggestOnce(context, "service", id, () => suggestService(service, id.slice(service.length + 1)));
}

/** An action without a prefix may be one of a service that the policy names, or of STS in a trust policy. */
function hintForNone(context: Context, entries: readonly PlacedAction[]): string {
  const beside = context.parsedStatements.flatMap(({ actions }) => actions.map(({ term }) => term.service));
  const services = [...new Set([...(context.type === "trust" ? ["sts"] : []), ...beside])].filter(isService);
  const named = entries.flatMap(({ term }) => services.flatMap((service) => actionName(`${service}:${term.id}`) ?? []));
  const hint = "write the prefix of a service, as in `glue:GetTable`";
  return named.length === 0 ? hint : `did you mean ${withBackticks(listOf([...new Set(named)]))}?`;
}
