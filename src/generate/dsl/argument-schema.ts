/** One argument as cdktf's classes describe it before tokens are resolved. */
export interface ArgumentSchema {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type?: string;
  /** The class of cdktf that keeps it, or `string`, `any`, ... */
  readonly storageClassType?: string;
}

/** The arguments of a resource or block, by their names in Terraform. */
export type ArgumentSchemas = Readonly<Record<string, ArgumentSchema>>;

/** Whether a class describes an argument so; cdktf's own classes give its value alone. */
export function isArgumentSchema(described: unknown): described is ArgumentSchema {
  return (
    typeof described === "object" && described !== null && "isBlock" in described && "storageClassType" in described
  );
}
