/** Typed expressions: what an author writes inside `build`. */
export { type Blocks, blockIf, blockList, blocks, comment, optionalBlock } from "./blocks";
export { at, each, eachNotNull, mapFrom, splat, toMap, withoutNulls } from "./collections";
export {
  Expr,
  type ListExpr,
  type MapExpr,
  type Nullable,
  type ObjectExpr,
  type PlainOf,
  type TupleExpr,
} from "./expr";
export { call, callSpread, type Functions, fn } from "./functions";
export * from "./operators";
export { type ProviderFunction, type ProviderSignature, providerFunction } from "./provider-function";
export { type Anything, type ExprOf, toExpr } from "./to-node";
