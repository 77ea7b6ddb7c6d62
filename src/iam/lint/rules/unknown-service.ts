import { say, words } from "../../../text/message";
import { suggestService } from "../../data/authorization-suggest";
import { type Context, ofData } from "../context";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { suggestOnce } from "../suggest";
import { unknownNames } from "../unknown-names";
import { listOf, verb } from "../words";

/** Rule `unknown-service`: unknown service. */
export const unknownService = defineRule({
  code: "unknown-service",
  title: "unknown service",
  severity: "error",
  what: "Actions whose prefix is not an AWS service, and actions without a prefix.",
  why: "They allow nothing. AWS rejects a policy that has an action without a prefix.",
  bad: allow("gleu:GetJob", JOB),
  good: allow("glue:GetJob", JOB),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "INVALID_SERVICE_IN_ACTION",
  check: {
    statement(parsed, context) {
      const { services: entries = [] } = context.analyze(unknownNames).get(parsed) ?? {};
      const [first] = entries;
      if (first === undefined) return undefined;
      const names = entries.map(({ at }) => at.value);
      const services = entries.map(({ term }) => term.service);
      const message = services.every((service) => service === "")
        ? say`${listOf(names)} ${words(verb(names, "names", "name"))} no service, as in ${"glue:GetTable"}`
        : say`${words(ofData())} ${words(verb(services, "knows no service", "knows no services"))} ${listOf(services)}`;
      return { at: first.at, message, hint: hintFor(context, first.term.service), about: names.join() };
    },
  },
});

function hintFor(context: Context, service: string): string {
  const near = service === "" ? undefined : suggestOnce(context, "service", service, suggestService);
  return near === undefined ? "write the prefix of a service, as in `glue:GetTable`" : `did you mean \`${near}\`?`;
}
