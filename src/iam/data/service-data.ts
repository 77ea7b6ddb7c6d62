/** What AWS's authorization data says of one service. */

/** What an action does; "Permissions management, Write" is two of them, and no ground to call an action dangerous. */
export type AccessLevel = "Read" | "List" | "Write" | "Permissions management" | "Tagging";

/** A kind of resource of a service. */
export interface AwsResourceType {
  readonly service: string;
  /** As AWS spells it: `table`, `connectionType`, `userdefinedfunction`, `rootcatalog`. */
  readonly name: string;
  /** `arn:${Partition}:glue:${Region}:${Account}:table/${DatabaseName}/${TableName}`. */
  readonly arn: string;
  /** Further formats of its ARN; AWS's service reference documents have some. */
  readonly otherArns: readonly string[];
  /** Keys that hold for this type where an action lists none of its own. */
  readonly conditionKeys: readonly string[];
}

/** A type that an action works on. */
export interface TypeUse {
  readonly type: AwsResourceType;
  readonly name: string;
  /** Of the data; `requires` of the action is what counts, see `authorization.ts`. */
  readonly required: boolean;
  /** Keys that hold for this action on this type. */
  readonly conditionKeys: readonly string[];
}

/** An action as the data has it. */
export interface ActionData {
  readonly service: string;
  /** As AWS spells it: `GetTable`. */
  readonly name: string;
  /** Empty where the data does not say it. */
  readonly access: readonly AccessLevel[];
  /** Keys of the action, whatever its resource. */
  readonly conditionKeys: readonly string[];
  /** Actions that the caller needs as well: `iam:PassRole`. */
  readonly dependentActions: readonly string[];
  readonly resourceTypes: readonly TypeUse[];
}

/** Everything about one service; all maps by name in lower case. */
export interface ServiceData {
  readonly service: string;
  /** Names of the actions, as AWS spells them. */
  readonly actionNames: readonly string[];
  readonly types: ReadonlyMap<string, AwsResourceType>;
  /** Condition keys of the service, as AWS spells them, and the type of their values; empty where the data does not say it. */
  readonly conditionKeys: ReadonlyMap<string, string>;
  action(name: string): ActionData | undefined;
  /** Whether some action has the key, given as AWS spells it. Of a key that none has nobody knows where it holds. */
  isKeyOfSome(key: string): boolean;
}
