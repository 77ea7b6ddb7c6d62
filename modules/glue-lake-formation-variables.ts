/** The variables of grants of Lake Formation. */
import { bool, type ExprsOf, each, eq, fn, gt, map, not, object, optional, set, string } from "tfwright";
import { catalogId, roleArn } from "./arns";
import { knownRegion } from "./aws";
import {
  handsOnItsOwn,
  onceEach,
  permissionOn,
  permissionOnColumns,
  permissionsOfTagged,
  somePermission,
} from "./lake-formation-permissions";
import { databaseName, KEYS_ARE_KNOWN, shapeOf } from "./rules";

const NAME = "^[^./*?$]+[.]([^./*?$]+|[*])$";

/** Who gets the permissions. */
const principal = (input: string) =>
  string({
    description: "ARN of a role, a user or another principal, or the ID of an account",
    validate: [
      shapeOf(
        "^(arn:.+|[0-9]{12}(:IAMPrincipals)?|IAM_ALLOWED_PRINCIPALS)$",
        `principal of ${input} takes an ARN or the ID of an account: "arn:aws:iam::111111111111:role/NAME". Use the arn output of glue-role.`,
      ),
      {
        condition: (given) => not(fn.can(fn.regex(":assumed-role/", given))),
        message: `principal of ${input} takes the ARN of the role, not of its session: "arn:aws:iam::111111111111:role/NAME".`,
      },
    ],
  });

type PermissionRule = ReturnType<typeof permissionOn>;

const permissionsOf = (input: string, example: string, rules: readonly PermissionRule[]) =>
  string({
    validate: [
      shapeOf("^[A-Z][A-Z_]*$", `permissions of ${input} are names in capital letters: ["${example}"].`),
      ...rules,
    ],
  });

/** The inputs of every grant. */
const granted = (input: string, example: string, rules: readonly PermissionRule[]) => ({
  principal: principal(input),
  permissions: set(permissionsOf(input, example, rules), {
    description: `Permissions: \`${example}\`, ...`,
    validate: [somePermission(input, example)],
  }),
  permissions_with_grant_option: optional(
    set(permissionsOf(input, example, []), {
      description: "Permissions that the principal can grant to others. They must be in `permissions` too",
    }),
    [],
  ),
});

const tableOf = (
  input: string,
  shape = NAME,
  form = '"database.table", or "database.*" for all tables of a database',
) =>
  string({
    description: `Table: ${form.replaceAll('"', "`")}`,
    validate: [
      shapeOf(shape, `table of ${input} takes ${form}; no other *, ? or $.`),
      {
        condition: (table) => not(fn.can(fn.regex("[A-Z]", table))),
        message: `table of ${input} is in lower case, because AWS Glue stores the names of databases and tables in lower case.`,
      },
    ],
  });

const databaseOf = (input: string) =>
  string({ description: "Name of the database", validate: [databaseName(`database of ${input}`)] });

const location = (input: string) =>
  string({
    description: "S3 URI of the location: `s3://bucket` or `s3://bucket/folder/`",
    validate: [
      shapeOf(
        "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^*?$]*)?$",
        `path of ${input} takes an S3 URI, not an ARN: "s3://bucket/folder/". The name of the bucket has at least 3 lower-case letters, digits, dots and hyphens. No *, ? or $.`,
      ),
    ],
  });

const tagValues = (input: string) =>
  set(string(), {
    description: "Values of the tag",
    validate: [
      {
        condition: (values) => gt(fn.length(values), 0),
        message: `values of ${input} must have at least one value.`,
      },
    ],
  });

const entries = (what: string) => `${what}: a key that you choose, and each. ${KEYS_ARE_KNOWN}`;

/** The variables of the module. */
export const lakeFormationVariables = {
  locations: map(
    object({
      path: location("locations"),
      role_arn: optional(
        string({
          description:
            "ARN of the role with which Lake Formation reads and writes the location. Its service-linked role if null",
          validate: [roleArn("role_arn of locations")],
        }),
      ),
      hybrid_access_enabled: optional(
        bool({
          description:
            "Whether IAM policies alone still give access to the location, for principals without an opt-in. With `false` every access needs a grant",
        }),
        false,
      ),
      with_federation: optional(bool({ description: "Whether the location belongs to a federated catalog" }), false),
    }),
    {
      description: entries("S3 locations to register"),
      default: {},
      validate: [
        {
          condition: (locations) =>
            eq(
              fn.length(fn.distinct(each(locations, (one) => fn.trimsuffix(one.path, "/")))),
              fn.length(each(locations, (one) => one.path)),
            ),
          message:
            "locations must not name a path twice, also with and without / at its end: AWS registers a location once.",
        },
      ],
    },
  ),
  lf_tags: map(set(string(), { description: "Values of the tag" }), {
    description: 'LF-tags and their values: `{ zone = ["raw", "clean"] }`. The keys must be known at plan time.',
    default: {},
    validate: [
      {
        condition: (lfTags) => fn.alltrue(each(lfTags, (values) => gt(fn.length(values), 0))),
        message: 'Each of lf_tags must have at least one value: { zone = ["raw"] }.',
      },
    ],
  }),
  catalog_grants: map(
    object(granted("catalog_grants", "CREATE_DATABASE", [permissionOn("catalog_grants", "catalogs")]), {
      validate: [handsOnItsOwn("catalog_grants")],
    }),
    {
      description: entries("Grants on the whole catalog, such as creating databases"),
      default: {},
      validate: [onceEach("catalog_grants", "principal", (grants) => each(grants, (grant) => grant.principal))],
    },
  ),
  database_grants: map(
    object(
      {
        ...granted("database_grants", "DESCRIBE", [permissionOn("database_grants", "databases")]),
        database: databaseOf("database_grants"),
      },
      { validate: [handsOnItsOwn("database_grants")] },
    ),
    {
      description: entries("Grants on databases"),
      default: {},
      validate: [
        onceEach("database_grants", "principal and database", (grants) =>
          each(grants, (grant) => `${grant.principal} ${grant.database}`),
        ),
      ],
    },
  ),
  table_grants: map(
    object(
      {
        ...granted("table_grants", "SELECT", [permissionOn("table_grants", "tables")]),
        table: tableOf("table_grants"),
      },
      { validate: [handsOnItsOwn("table_grants")] },
    ),
    {
      description: entries("Grants on tables with all their columns"),
      default: {},
      validate: [
        onceEach("table_grants", "principal and table", (grants) =>
          each(grants, (grant) => `${grant.principal} ${grant.table}`),
        ),
      ],
    },
  ),
  column_grants: map(
    object(
      {
        ...granted("column_grants", "SELECT", [permissionOnColumns("column_grants")]),
        table: tableOf("column_grants", "^[^./*?$]+[.][^./*?$]+$", '"database.table"'),
        columns: set(string(), {
          description: "Names of columns",
          validate: [
            {
              condition: (columns) => gt(fn.length(columns), 0),
              message: "columns of column_grants must name at least one column. For all columns use table_grants.",
            },
          ],
        }),
        excluded: optional(
          bool({ description: "Whether the grant is for all columns but `columns`. Otherwise it is for `columns`" }),
          false,
        ),
      },
      { validate: [handsOnItsOwn("column_grants")] },
    ),
    { description: entries("Grants on some columns of a table"), default: {} },
  ),
  location_grants: map(
    object({
      principal: principal("location_grants"),
      path: location("location_grants"),
      can_grant: optional(bool({ description: "Whether the principal can grant the permission to others" }), false),
    }),
    {
      description: entries("Registered S3 locations in which a principal can create tables (`DATA_LOCATION_ACCESS`)"),
      default: {},
      validate: [
        onceEach("location_grants", "principal and path", (grants) =>
          each(grants, (grant) => `${grant.principal} ${fn.trimsuffix(grant.path, "/")}`),
        ),
      ],
    },
  ),
  lf_tag_grants: map(
    object(
      {
        ...granted("lf_tag_grants", "ASSOCIATE", [permissionOn("lf_tag_grants", "tags")]),
        key: string({ description: "Key of the LF-tag" }),
        values: tagValues("lf_tag_grants"),
      },
      { validate: [handsOnItsOwn("lf_tag_grants")] },
    ),
    { description: entries("Grants on LF-tags themselves"), default: {} },
  ),
  lf_tag_policy_grants: map(
    object(
      {
        ...granted("lf_tag_policy_grants", "SELECT", []),
        resource_type: optional(
          string({
            description: "`TABLE` or `DATABASE`",
            validate: [
              shapeOf("^(TABLE|DATABASE)$", 'resource_type of lf_tag_policy_grants must be "TABLE" or "DATABASE".'),
            ],
          }),
          "TABLE",
        ),
        expression: map(tagValues("lf_tag_policy_grants"), {
          description: 'LF-tags and values that a table or database must have, all of them: `{ zone = ["clean"] }`',
          validate: [
            {
              condition: (expression) => gt(fn.length(expression), 0),
              message: 'expression of lf_tag_policy_grants must name at least one LF-tag: { zone = ["clean"] }.',
            },
          ],
        }),
      },
      { validate: [handsOnItsOwn("lf_tag_policy_grants"), permissionsOfTagged("lf_tag_policy_grants")] },
    ),
    { description: entries("Grants on all tables or databases that have LF-tags"), default: {} },
  ),
  filter_grants: map(
    object(
      {
        ...granted("filter_grants", "SELECT", [permissionOn("filter_grants", "tables")]),
        table: tableOf("filter_grants", "^[^./*?$]+[.][^./*?$]+$", '"database.table"'),
        filter: string({ description: "Name of the data cells filter" }),
        table_catalog_id: string({
          description: "Catalog of the table: an account ID",
          validate: [catalogId("table_catalog_id of filter_grants")],
        }),
      },
      { validate: [handsOnItsOwn("filter_grants")] },
    ),
    {
      description: entries("Grants on the rows and columns of data cells filters, which exist already"),
      default: {},
    },
  ),
  opt_ins: map(object({ principal: principal("opt_ins"), table: tableOf("opt_ins") }), {
    description: entries(
      "Principals for whom Lake Formation alone decides about a table, although its location has hybrid access",
    ),
    default: {},
    validate: [
      {
        condition: (optIns) =>
          eq(
            fn.length(fn.distinct(each(optIns, (one) => `${one.principal} ${one.table}`))),
            fn.length(each(optIns, (one) => one.table)),
          ),
        message: "opt_ins must not name a principal and a table twice. Remove one of the keys.",
      },
    ],
  }),
  catalog_id: optional(
    string({
      description: "Catalog of the databases and tables: an account ID. The caller's account if null.",
      validate: [catalogId("catalog_id")],
    }),
  ),
  region: knownRegion,
};

/** The inputs of the module. */
export type LakeFormationInputs = ExprsOf<typeof lakeFormationVariables>;
