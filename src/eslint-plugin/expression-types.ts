/** Which TypeScript types are values that Terraform knows at plan time. */
import type * as ts from "typescript";

/** Where `Expr` is declared, here and in the package. */
const DECLARED_IN = /[/\\]src[/\\]generate[/\\]expr[/\\]expr(\.d)?\.ts$/;
/** A property that exists only for the compiler. `Expr` declares it, so that every type derived from `Expr` has it. */
const BRAND = /^__@VALUE@/;

export class ExpressionTypes {
  readonly #checker: ts.TypeChecker;
  readonly #tellsMissing: boolean;
  readonly #known = new Map<ts.Type, boolean>();

  constructor(program: ts.Program) {
    const { strict = false, strictNullChecks = strict } = program.getCompilerOptions();
    this.#checker = program.getTypeChecker();
    this.#tellsMissing = strictNullChecks;
  }

  /** Whether a value of the type is, or may be, an expression. */
  mayBeExpression(type: ts.Type): boolean {
    let known = this.#known.get(type);
    if (known === undefined) {
      known = this.#membersOf(type).some((member) => this.#hasBrand(member));
      this.#known.set(type, known);
    }
    return known;
  }

  /** Whether a value may be null or undefined already when `build` runs. */
  mayBeMissing(type: ts.Type): boolean {
    return !this.#tellsMissing || this.#checker.getNonNullableType(type) !== type;
  }

  #membersOf(type: ts.Type): readonly ts.Type[] {
    const constraint = this.#checker.getBaseConstraintOfType(type) ?? type;
    return constraint.isUnion() ? constraint.types : [constraint];
  }

  #hasBrand(type: ts.Type): boolean {
    return this.#checker
      .getPropertiesOfType(type)
      .some(
        (property) =>
          BRAND.test(String(property.escapedName)) &&
          property.declarations?.some((declaration) => DECLARED_IN.test(declaration.getSourceFile().fileName)) === true,
      );
  }
}
