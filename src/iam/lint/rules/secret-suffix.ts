import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { defineRule } from "../define-rule";
import { allow } from "../example-policies";
import type { Report } from "../report";

const SECRET = /^arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:(.+)$/s;

/** Rule `secret-suffix`: secret without its suffix. */
export const secretSuffix = defineRule({
  code: "secret-suffix",
  title: "secret without its suffix",
  severity: "warning",
  what: "ARNs of secrets that end with the name of the secret: no wildcard, no hyphen and six characters after it.",
  why: "Secrets Manager adds a hyphen and six characters to the name, so the ARN matches nothing.",
  bad: allow(
    "secretsmanager:GetSecretValue",
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc/warehouse",
  ),
  good: allow(
    "secretsmanager:GetSecretValue",
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc/warehouse-??????",
  ),
  source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
  check: {
    statement({ resources }) {
      const reports = resources.flatMap(({ at, term }): readonly Report[] => {
        const name = SECRET.exec(term.text)?.[1];
        if (name === undefined || /[*?]/.test(name) || hasToken(name) || /-[A-Za-z0-9]{6}$/.test(name)) return [];
        const to = `${term.text}-??????`;
        return [
          {
            at,
            message: say`the ARN of the secret ${name} ends in a hyphen and six more characters, so this matches nothing`,
            hint: `write \`${to}\``,
            fix: { kind: "resource", from: term.written, to },
            about: term.text,
          },
        ];
      });
      return reports.length === 0 ? undefined : reports;
    },
  },
});
