import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { listOf } from "../words";

const ADDRESSES = { IpAddress: { "aws:VpcSourceIp": "10.20.0.0/16" } };

/** Keys that say which network or endpoint a request comes through. */
const NETWORK = /^aws:(?:Ec2Instance)?SourceVpc(?:e|Arn)?$|^aws:Vpce(?:Account|Org(?:ID|Paths))$/i;

/** Rule `vpc-address-alone`: addresses of any VPC. */
export const vpcAddressAlone = defineRule({
  code: "vpc-address-alone",
  title: "addresses of any VPC",
  severity: "security",
  what: "An Allow with `IpAddress`, or a Deny with `NotIpAddress`, on `aws:VpcSourceIp` in a statement that does not say which VPC or endpoint is meant, by `aws:SourceVpc` or `aws:SourceVpce`.",
  why: "Private addresses are the same everywhere: whoever makes a VPC with them, in any account, meets the condition.",
  bad: allow("glue:GetJob", JOB, { Condition: ADDRESSES }),
  good: allow("glue:GetJob", JOB, {
    Condition: { ...ADDRESSES, StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d4e5f67890" } },
  }),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "MISSING_PAIRED_CONDITION_KEYS",
  check: {
    condition({ condition, family, parsed: { allows, denies, statement } }) {
      if (family !== "IPAddress" || !/^aws:VpcSourceIp$/i.test(condition.key)) return undefined;
      const isNegated = /^not/i.test(condition.operator);
      if (isNegated ? !denies : !allows) return undefined;
      if (statement.conditions.some(({ key }) => NETWORK.test(key))) return undefined;
      const values = condition.values.map(({ value }) => String(value));
      return {
        at: condition,
        message: say`any VPC may have the addresses ${listOf(values, 3)}, also one of another account`,
        hint: "add a condition on `aws:SourceVpc` or `aws:SourceVpce`",
        about: values.join(),
      };
    },
  },
});
