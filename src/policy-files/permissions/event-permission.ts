/**
 * A permission of Amazon EventBridge as the policy that it makes: the statement that `events:PutPermission` adds to the policy of an
 * event bus. Its one condition is on the organization of the sender.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html
 */
import { permissionPolicy, type StatementMaker } from "./statement-maker";

/** The policy; undefined where the permission has no principal, or where its condition is not known. */
export function eventPermission<T>(maker: StatementMaker<T>): T | undefined {
  const principal = maker.argument("principal");
  const conditions = conditionsOf(maker);
  if (principal === undefined || conditions === undefined) return undefined;
  // hashicorp/aws and CloudFormation: this is the only action that there is.
  const action = maker.argument("action") ?? maker.text("events:PutEvents");
  return permissionPolicy(maker, { principal, action, conditions });
}

function conditionsOf<T>(maker: StatementMaker<T>): readonly (readonly [operator: string, keys: T])[] | undefined {
  const block = maker.block("condition");
  if (block === undefined) return [];
  if (block === "open") return undefined;
  const [operator, key] = ["type", "key"].map((name) => {
    const given = block.argument(name);
    return given === undefined ? undefined : maker.textOf(given);
  });
  const value = block.argument("value");
  if (operator === undefined || key === undefined || value === undefined) return undefined;
  return [[operator, maker.object([[key, value]])]];
}
