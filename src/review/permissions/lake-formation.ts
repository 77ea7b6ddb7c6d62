/** Grants of Lake Formation. They are not policies, and are compared literally, by principal and resource. */
import { type Fields, fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { attribute, exists, type Instance, type Side, textOf } from "../../policy-files/principals/instances";
import { hasMark } from "../../terraform/plan/marks";

/** The permissions of a principal on one resource of Lake Formation. */
export interface LakeGrant {
  /** An ARN, an account, `IAM_ALLOWED_PRINCIPALS`. */
  readonly principal: string;
  /** `SELECT`, `ALL`; with `grant option` where it may be passed on; `administrator`. */
  readonly permission: string;
  /** `database sales`, `table sales.orders`, `the data lake`. */
  readonly on: string;
}

/** The grants of a resource before or after the change; `reason` says why a part of them is unknown. */
interface LakeGrants {
  readonly grants: readonly LakeGrant[];
  readonly reason?: string;
}

const NONE: LakeGrants = { grants: [] };
/** Tags and opt-ins decide which grants apply; the plan does not say which. */
const INDIRECT: Readonly<Record<string, string>> = {
  aws_lakeformation_lf_tag: "which grants by tag hold may change with the tag",
  aws_lakeformation_opt_in: "whether grants of Lake Formation or policies of IAM decide changes with an opt-in",
  aws_lakeformation_resource_lf_tag: "which grants by tag hold changes with the tags of a resource",
  aws_lakeformation_resource_lf_tags: "which grants by tag hold changes with the tags of a resource",
  aws_lakeformation_resource: "which data Lake Formation decides on changes with a location that is registered",
};

/** Whether {@link lakeGrantsOf} reads the type. */
export function isOfLakeFormation({ type }: Pick<Instance, "type">): boolean {
  return (
    type === "aws_lakeformation_permissions" ||
    type === "aws_lakeformation_data_lake_settings" ||
    Object.hasOwn(INDIRECT, type)
  );
}

/** The grants of a resource before or after the change. */
export function lakeGrantsOf(instance: Instance, side: Side): LakeGrants {
  if (!exists(instance, side)) return NONE;
  if (Object.hasOwn(INDIRECT, instance.type)) return { grants: [], reason: INDIRECT[instance.type] };
  if (hasMark(instance[side].sensitive)) return { grants: [], reason: "a part of the grant is marked as sensitive" };
  const found =
    instance.type === "aws_lakeformation_permissions" ? permissions(instance, side) : settings(instance, side);
  const isOpen = side === "after" && READ.some((name) => hasMark(fieldsIn(unknownOf(instance))[name]));
  return isOpen ? { grants: found, reason: "a part of the grant is known only after apply" } : { grants: found };
}

/** Arguments that say who may do what. */
const READ = [
  "principal",
  "permissions",
  "permissions_with_grant_option",
  "database",
  "table",
  "table_with_columns",
  "data_location",
  "lf_tag",
  "lf_tag_policy",
  "data_cells_filter",
  "admins",
  "read_only_admins",
  "create_database_default_permissions",
  "create_table_default_permissions",
];

function unknownOf(instance: Instance): Json | undefined {
  return isFields(instance.after.unknown) ? instance.after.unknown : undefined;
}

/**
 * hashicorp/aws, `aws_lakeformation_permissions`.
 *
 * @see https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html
 */
function permissions(instance: Instance, side: Side): readonly LakeGrant[] {
  const principal = textOf(instance, side, "principal") ?? "a principal known after apply";
  const on = resourceOf(fieldsIn(instance[side].value));
  const named = (argument: string, suffix: string) =>
    texts(attribute(instance, side, argument)).map((name) => ({ principal, permission: `${name}${suffix}`, on }));
  return [...named("permissions", ""), ...named("permissions_with_grant_option", GRANT_OPTION)];
}

/** The suffix of a permission that may be passed on. */
export const GRANT_OPTION = " with grant option";
/** The permission of an administrator of the data lake. */
export const ADMINISTRATOR = "administrator";

/** hashicorp/aws, `aws_lakeformation_data_lake_settings`. */
function settings(instance: Instance, side: Side): readonly LakeGrant[] {
  const admins = (argument: string, permission: string) =>
    texts(attribute(instance, side, argument)).map((principal) => ({ principal, permission, on: "the data lake" }));
  const defaults = (argument: string, on: string) =>
    blocksOf(attribute(instance, side, argument)).flatMap((block) => {
      const principal = typeof block.principal === "string" ? block.principal : "a principal known after apply";
      return texts(block.permissions).map((permission) => ({ principal, permission, on }));
    });
  return [
    ...admins("admins", ADMINISTRATOR),
    ...admins("read_only_admins", "read-only administrator"),
    ...defaults("create_database_default_permissions", "every new database"),
    ...defaults("create_table_default_permissions", "every new table"),
  ];
}

function resourceOf(value: Fields): string {
  const first = (name: string): Fields | undefined => blocksOf(value[name])[0];
  const [database, table, columns] = [first("database"), first("table"), first("table_with_columns")];
  const [location, tag, policy, filter] = ["data_location", "lf_tag", "lf_tag_policy", "data_cells_filter"].map(first);
  if (columns !== undefined) return `${columnsOf(columns)} of ${tableOf(columns)}`;
  if (table !== undefined) return tableOf(table);
  if (database !== undefined) return `database ${show(database.name)}`;
  if (location !== undefined) return `location ${show(location.arn)}`;
  if (filter !== undefined)
    return `filter ${show(filter.name)} of table ${show(filter.database_name)}.${show(filter.table_name)}`;
  if (tag !== undefined) return `tag ${show(tag.key)}=${texts(tag.values).join(",")}`;
  if (policy !== undefined) return `all ${show(policy.resource_type)} with tags ${tellTags(policy)}`;
  return "the catalog";
}

function tableOf({ database_name: database, name, wildcard }: Fields): string {
  return wildcard === true ? `all tables of ${show(database)}` : `table ${show(database)}.${show(name)}`;
}

function columnsOf({ column_names: names, excluded_column_names: left, wildcard }: Fields): string {
  const excluded = texts(left);
  if (wildcard === true || texts(names).length === 0) {
    return excluded.length === 0 ? "all columns" : `all columns but ${excluded.join(", ")}`;
  }
  return `columns ${texts(names).join(", ")}`;
}

function tellTags({ expression }: Fields): string {
  return blocksOf(expression)
    .map(({ key, values }) => `${show(key)}=${texts(values).join(",")}`)
    .join(" and ");
}

function show(value: Json | undefined): string {
  return typeof value === "string" ? value : "(known after apply)";
}

function blocksOf(value: Json | undefined): readonly Fields[] {
  return isList(value) ? value.filter(isFields) : [];
}

/** Sorted: they are sets. */
function texts(value: Json | undefined): readonly string[] {
  return isList(value) ? value.filter((one): one is string => typeof one === "string").sort() : [];
}
