/** The one import of cdktf: moving to its successor is a change of this file. */
import {
  App,
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  TerraformResource,
  TerraformStack,
  Token,
  Tokenization,
} from "cdktf";
import type { Construct } from "constructs";

export type { IResolvable, IResolveContext, TerraformProvider } from "cdktf";
export { LocalBackend, TerraformHclModule, TerraformVariable } from "cdktf";
export type { Construct };
export { App, TerraformDataSource, TerraformResource, TerraformStack, Token, Tokenization };

/** Resolves one token to the text that cdktf would write: `${aws_iam_role.this.arn}`. */
export function resolveToken(scope: Construct, token: unknown): unknown {
  return Tokenization.resolve(token, {
    scope,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
}
