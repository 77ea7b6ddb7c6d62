/** A compiled policy as `data "aws_iam_policy_document"`, to paste into a Terraform module. */
import { attribute, type Body, type BodyItem, block } from "../../hcl/document";
import { jsonExpression } from "../../hcl/expression";
import { writeBody } from "../../hcl/write";
import type { CompiledPolicies } from "../../iam/compile";
import type { OneOrMore, PlainConditions, PlainStatement } from "../../iam/document/plain-policy";

/** The policies as data sources `grant`, `grant_2`, ..., each statement below the reason for it. */
export function policiesAsHcl({ policies, reasons }: CompiledPolicies): string {
  const reasonOf = new Map(reasons.map(({ sid, reason }) => [sid, reason]));
  const body = policies.map(({ Statement }, index) => {
    const statements = [Statement]
      .flat()
      .map((statement) => statementBlock(statement, reasonOf.get(statement.Sid ?? "")));
    return block("data", ["aws_iam_policy_document", index === 0 ? "grant" : `grant_${index + 1}`], statements);
  });
  return `${writeBody(body)}\n`;
}

function statementBlock(statement: PlainStatement, reason: string | undefined): BodyItem {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
  const body: Body = [
    ...(Sid === undefined ? [] : [attribute("sid", jsonExpression(Sid))]),
    // `Allow` is the default.
    ...(Effect === undefined || Effect === "Allow" ? [] : [attribute("effect", jsonExpression(Effect))]),
    ...list("actions", Action),
    ...list("not_actions", NotAction),
    ...list("resources", Resource),
    ...list("not_resources", NotResource),
    ...conditionBlocks(Condition ?? {}),
  ];
  return block("statement", [], body, reason === undefined ? undefined : [reason]);
}

function list(name: string, values: OneOrMore<string> | undefined): Body {
  return values === undefined ? [] : [attribute(name, jsonExpression([values].flat()))];
}

function conditionBlocks(conditions: PlainConditions): Body {
  return Object.entries(conditions).flatMap(([test, keys]) =>
    Object.entries(keys).map(([variable, values]) =>
      block(
        "condition",
        [],
        [
          attribute("test", jsonExpression(test)),
          attribute("variable", jsonExpression(variable)),
          attribute("values", jsonExpression([values].flat().map(String))),
        ],
      ),
    ),
  );
}
