import { say, words } from "../../../text/message";
import { defineRule } from "../define-rule";
import { allow } from "../example-policies";
import { listOf } from "../words";

const DOMAIN = "arn:aws:es:us-east-1:123456789012:domain/logs";

/** Rule `domain-without-path`: a search domain without its paths. */
export const domainWithoutPath = defineRule({
  code: "domain-without-path",
  title: "search domain without its paths",
  severity: "warning",
  what: "An Allow of `es:ESHttp*` actions on the ARN of an OpenSearch domain alone, without `/*` or a path behind it.",
  why: "The requests are for what is in the domain, such as `/orders/_search`, and only one for `/` is allowed.",
  bad: allow("es:ESHttpGet", DOMAIN),
  good: allow("es:ESHttpGet", `${DOMAIN}/*`),
  source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html",
  check: {
    statement({ allows, actions, resources }) {
      if (!allows || resources.length === 0) return undefined;
      const requests = actions.filter(({ term }) => /^es:eshttp/.test(term.id));
      if (requests.length === 0 || requests.length < actions.length) return undefined;
      if (!resources.every(({ at }) => ALONE.test(at.meaning ?? at.value))) return undefined;
      const [first] = resources;
      const names = requests.map(({ at }) => at.value);
      return {
        at: first!.at,
        message: say`${listOf(names)} on ${first!.at.value} ${words("is only for the path")} ${"/"}`,
        hint: `write \`${first!.at.value}/*\``,
        about: first!.at.value,
      };
    },
  },
});

/** The ARN of a domain, or a reference to it, and nothing behind it. */
const ALONE =
  /^(?:arn:[^:]*:es:[^:]*:[^:]*:domain\/[^/*?$]+|\$\{(?:data\.)?aws_(?:opensearch|elasticsearch)_domain\.[^{}]*\.arn\})$/;
