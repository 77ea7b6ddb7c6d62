import { StackFile } from "../../src/eject/stack-file";
import { secretsIn } from "../../src/eject/stack-secrets";

function secretsOf(stack: object): readonly string[] {
  return secretsIn(StackFile.read("cdk.tf.json", JSON.stringify(stack))).map(({ name }) => name);
}

/** Of the body of a resource, without its address. */
function inResource(body: object): readonly string[] {
  return secretsOf({ resource: { x_y: { z: body } } }).map((name) => name.replace("resource.x_y.z.", ""));
}

test("of backends that have them under other names", () => {
  expect(
    secretsOf({
      terraform: {
        backend: {
          pg: { conn_str: "postgres://u:p@db/states" },
          consul: { access_token: "t" },
          azurerm: { sas_token: "s", key: "state" },
          gcs: { encryption_key: "k" },
        },
      },
    }).map((name) => name.replace("terraform.backend.", "")),
  ).toEqual(["pg.conn_str", "consul.access_token", "azurerm.sas_token", "gcs.encryption_key"]);
});

test("of providers and backends", () => {
  expect(
    secretsOf({
      provider: {
        aws: [
          { secret_key: "x", access_key: "", region: "y" },
          { alias: "b", token: "${var.t}" },
        ],
        x: { auth: [{ password: "p" }] },
      },
      terraform: { backend: { s3: { access_key: "AKIA", key: "state" } } },
    }),
  ).toEqual(["provider.aws.secret_key", "provider.x.auth.password", "terraform.backend.s3.access_key"]);
});

describe("of resources", () => {
  test.each<[string, object, readonly string[]]>([
    ["an argument", { password: "p", username: "u" }, ["password"]],
    ["the end of a name", { master_password: "p", auth_token: "t", token: "t" }, ["master_password", "auth_token"]],
    ["a nested one", { sql: [{ administrator_login_password: "p" }] }, ["sql.administrator_login_password"]],
    [
      "variables of an environment",
      { environment: { variables: { DB_PASSWORD: "p", JWT_SECRET: "s", DB_HOST: "h", TOKEN_URL: "u" } } },
      ["environment.variables.DB_PASSWORD", "environment.variables.JWT_SECRET"],
    ],
    [
      "names and values",
      {
        env: [
          { name: "GH_TOKEN", value: "t" },
          { name: "PORT", value: "80" },
        ],
      },
      ["env.GH_TOKEN"],
    ],
    [
      "JSON in a text",
      { container_definitions: '[{"name":"api","environment":[{"name":"API_KEY","value":"k"}],"image":"${x.y.z}"}]' },
      ["container_definitions.environment.API_KEY"],
    ],
    [
      "objects in an expression",
      {
        container_definitions:
          '${jsonencode([{"name" = "api", "environment" = [{"name" = "API_KEY", "value" = "k"}, {"name" = "PORT", "value" = "1"}], image = a_b.c.url}])}',
        policy: '${merge({ db_password = "p", user = "u" }, { client_secret = var.secret, api_key = "<yours>" })}',
      },
      ["container_definitions.API_KEY", "policy.db_password"],
    ],
    [
      "references in an expression",
      { a: '${[for password in var.passwords : { password = password, name = "DB_TOKEN", value = var.t }]}' },
      [],
    ],
    [
      "URLs with a password",
      {
        environment: {
          variables: { DATABASE: "postgres://u:p4ss@db:5432/x", REDIS: "redis://:p4ss@cache", S: "https://u@h" },
        },
        url: '${jsonencode({ dsn = "mysql://u:p@h/db" })}',
        git: "https://oauth2:${var.token}@git.example.com",
        hint: "postgres://user:<password>@host, or postgres://a:b@c",
      },
      ["environment.variables.DATABASE", "environment.variables.REDIS", "url.dsn"],
    ],
    [
      "JSON that is not, and a long text",
      { a: "[not json", user_data: "#!/bin/sh\nexport DB_PASSWORD=x", filter_pattern: "[a, b]" },
      [],
    ],
    ["a reference, and nothing", { password: "${random_password.p.result}", api_key: "" }, []],
    [
      "where a secret is kept",
      {
        client_secret: "arn:aws:secretsmanager:eu-west-1:1:secret:x",
        environment: { variables: { DB_SECRET: "prod/api/db", OLD_PASSWORD: "/ssm/path" } },
      },
      [],
    ],
    ["no text", { password: "<set by hand>", reset_password: true, require_password: "true", MAX_TOKEN: "100" }, []],
    [
      "names that end otherwise",
      { password_policy: "strict", secret_name: "n", private_key_path: "k", tokens: "t" },
      [],
    ],
    ["metadata", { "//": { password: "p" } }, []],
  ])("%s", (_name, body, want) => {
    expect(inResource(body)).toEqual(want);
  });
});

test("of modules, locals and defaults of variables, but not of outputs", () => {
  expect(
    secretsOf({
      module: { db: { source: "./db", admin_password: "p" } },
      locals: { api_token: "t", region: "r" },
      variable: { db_password: { default: "p" }, db_user: { default: "u" }, api_key: { description: "the key" } },
      output: { password: { value: "p" } },
    }),
  ).toEqual(["module.db.admin_password", "locals.api_token", "variable.db_password.default"]);
});
