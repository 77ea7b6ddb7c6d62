/**
 * A permission of AWS Lambda as the policy that it makes: the statement that `lambda:AddPermission` adds to the policy of the function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
import { permissionPolicy, type StatementMaker } from "./statement-maker";

/** Operators with their keys, and the arguments that have the values. */
const CONDITIONS: readonly (readonly [
  operator: string,
  keys: readonly (readonly [key: string, argument: string])[],
])[] = [
  ["ArnLike", [["aws:SourceArn", "source_arn"]]],
  [
    "StringEquals",
    [
      ["aws:SourceAccount", "source_account"],
      ["aws:PrincipalOrgID", "principal_org_id"],
      ["lambda:FunctionUrlAuthType", "function_url_auth_type"],
      ["lambda:EventSourceToken", "event_source_token"],
    ],
  ],
  ["Bool", [["lambda:InvokedViaFunctionUrl", "invoked_via_function_url"]]],
];

/** The policy; undefined where the permission has no principal or no action. */
export function lambdaPermission<T>(maker: StatementMaker<T>): T | undefined {
  const { argument, object, textOf } = maker;
  const [principal, action] = [argument("principal"), argument("action")];
  if (principal === undefined || action === undefined) return undefined;
  const conditions = CONDITIONS.flatMap(([operator, keys]): readonly (readonly [string, T])[] => {
    const set = keys.flatMap(([key, name]): readonly (readonly [string, T])[] => {
      const value = argument(name);
      return value === undefined || textOf(value) === "" ? [] : [[key, value]];
    });
    return set.length === 0 ? [] : [[operator, object(set)]];
  });
  return permissionPolicy(maker, { principal, action, conditions });
}
