import { say } from "../../../text/message";
import { rangeWithoutRest } from "../conditions/address-range";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";

/** Rule `inexact-range`: address in place of a range. */
export const inexactRange = defineRule({
  code: "inexact-range",
  title: "address in place of a range",
  severity: "info",
  what: "A range of IPv4 addresses whose address has bits behind the mask, as in `203.0.113.7/24`.",
  why: "AWS ignores these bits: it is the whole range that the mask says, and not the one address.",
  bad: allow("glue:GetJob", JOB, { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.7/24" } } }),
  good: allow("glue:GetJob", JOB, { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.7/32" } } }),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "IMPROVE_IP_RANGE",
  check: {
    condition({ condition, family }) {
      if (family !== "IPAddress") return undefined;
      return condition.values.flatMap((at) => {
        const value = String(at.value);
        const meant = rangeWithoutRest(value);
        if (meant === undefined) return [];
        const [address = ""] = value.split("/");
        return [
          {
            at,
            message: say`AWS reads ${value} as the range ${meant}`,
            hint: `write \`${meant}\`, or \`${address}/32\` for the one address`,
            about: `${condition.key} ${value}`,
          },
        ];
      });
    },
  },
});
