import type { Json } from "../../../src/json/json-value";
import { createRedactor, type Redactor } from "../../../src/review/redact/redactor";
import type { Plan } from "../../../src/terraform/plan/plan";
import { readPlanValue } from "../../../src/terraform/plan/read-plan";
import { change, readable, readScenario, smallPlan } from "../../terraform/plan/fixtures";

/** A plan in which these values are marked. */
function planWith(secrets: readonly Json[], fields: { readonly [name: string]: Json } = {}): Plan {
  const marked = change("aws_db_instance.secret", { after: { secrets }, after_sensitive: { secrets: true } });
  return readPlanValue(smallPlan({ resource_changes: [marked, change("aws_glue_job.orders")], ...fields }), "p");
}

const veilOf = (...secrets: readonly Json[]): Redactor => createRedactor([planWith(secrets)]);
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("by mark", () => {
  const veil = createRedactor([]);
  const cases: readonly (readonly [string, Json, Json | undefined, Json])[] = [
    ["nothing is marked", { a: 1, b: ["x"] }, undefined, { a: 1, b: ["x"] }],
    ["all of it", { a: 1 }, true, "(sensitive)"],
    ["a part", { a: "x", b: { c: "y", d: "z" } }, { b: { c: true } }, { a: "x", b: { c: "(sensitive)", d: "z" } }],
    ["an element", ["a", "b"], [false, true], ["a", "(sensitive)"]],
    ["a short one", { pin: "1" }, { pin: true }, { pin: "(sensitive)" }],
    ["null, which may tell something too", { a: null }, { a: true }, { a: "(sensitive)" }],
    ["false and an empty list", [false, []], [true, true], ["(sensitive)", "(sensitive)"]],
    ["a name that every object has", { constructor: "x" }, {}, { constructor: "x" }],
  ];
  test.each(cases)("%s", (_, value, marks, want) => expect(veil.show(value, marks)).toEqual(want));

  test("a value without secrets is the same object", () => {
    const value = { a: [{ b: "c" }], d: null };
    expect(veil.show(value, { a: [{}] })).toBe(value);
  });
});

describe("by value", () => {
  const secret = 'p4ss "w\\rd" <&> é/+';
  const forms: readonly (readonly [string, string])[] = [
    ["as it is", secret],
    ["in JSON", JSON.stringify({ a: secret })],
    ["in JSON in JSON", JSON.stringify({ a: JSON.stringify([secret]) })],
    [
      "in JSON as Go writes it",
      JSON.stringify(secret).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    ],
    ["in base64", base64(secret)],
    ["in base64 for URLs", Buffer.from(secret).toString("base64url")],
    ["in base64 behind one byte", base64(`x${secret}y`)],
    ["in base64 behind two bytes", base64(`xy${secret}`)],
    ["in base64 of JSON", base64(JSON.stringify({ a: secret }))],
    ["in base64 of a URL", base64(`https://example.com?q=${encodeURIComponent(secret)}`)],
    ["in base64 in a path", `s3://bucket/${base64(secret)}/x`],
    ["in base64 in JSON", JSON.stringify({ a: base64(secret) })],
    ["in a URL", `https://example.com/?q=${encodeURIComponent(secret)}`],
    ["in a URL, in small letters", encodeURIComponent(secret).toLowerCase()],
    ["in a form", encodeURIComponent(secret).replaceAll("%20", "+")],
    ["in a URL in JSON", JSON.stringify([encodeURIComponent(`"${secret}"`)])],
  ];
  const veil = veilOf(secret);

  test.each(forms)("%s", (_, form) => {
    const shown = veil.show({ open: `before ${form} after` }) as { open: string };
    expect(shown.open).toContain("(sensitive)");
    for (const [, hidden] of forms) expect(shown.open).not.toContain(hidden);
    expect(shown.open).toMatch(/^before .* after$/);
    expect(veil.text(form)).toContain("(sensitive)");
    expect(veil.scan(`line\n${form}`)).toMatchObject([{ kind: "value", line: 2 }]);
    expect(veil.scan(veil.text(form))).toEqual([]);
  });

  test("from six characters up", () => {
    const { show } = bound(veilOf("12345", "123456", 654321));
    expect(show("12345 1234 123456 654321")).toBe("12345 1234 (sensitive) (sensitive)");
    expect(show(654321)).toBe("(sensitive)");
    expect(show(12345)).toBe(12345);
  });

  test("one secret in another, and side by side: nothing of the longer is left", () => {
    const { show } = bound(veilOf("secret-one", "secret-one-two", "two-three"));
    expect(show("secret-one-two secret-one secret-one-two-three")).toBe("(sensitive) (sensitive) (sensitive)");
  });

  test("a long one, whole only", () => {
    const long = "abcdefghij".repeat(20);
    const { show } = bound(veilOf(long));
    expect(show(`x${long}y`)).toBe("x(sensitive)y");
    expect(show(long.slice(1))).toBe(long.slice(1));
  });

  test("keys of maps", () => {
    expect(veilOf("hunter2-x").show({ "a hunter2-x": 1 })).toEqual({ "a (sensitive)": 1 });
  });

  test("JSON that is secret: what it names a credential is secret alone, too; the rest is not", () => {
    const { show } = bound(veilOf(JSON.stringify({ password: "inner-pass", engine: "postgres" })));
    expect(show("inner-pass postgres")).toBe("(sensitive) postgres");
  });

  test("sensitive variables, and secrets of the state", () => {
    const values = { id: "x", token: "from-the-state" };
    const plan = planWith([], {
      variables: { p: { value: "from-a-variable" }, q: { value: "open-variable" } },
      configuration: { root_module: { variables: { p: { sensitive: true }, q: {} } } },
      prior_state: {
        values: {
          root_module: { resources: [{ address: "a.b", type: "a", values, sensitive_values: { token: true } }] },
        },
      },
    });
    expect(createRedactor([plan]).show("from-a-variable open-variable from-the-state")).toBe(
      "(sensitive) open-variable (sensitive)",
    );
  });

  test("secrets of one plan in another", () => {
    expect(createRedactor([planWith([]), planWith(["of-the-other"])]).show("of-the-other")).toBe("(sensitive)");
  });
});

describe("what is no secret where it stands", () => {
  test("names, types and addresses stay; the same word in a value does not", () => {
    const veil = veilOf("orders", "aws_glue_job", "glue_job", "aws_glue_job.orders");
    expect(veil.text("aws_glue_job.orders is changed")).toBe("aws_glue_job.orders is changed");
    expect(veil.scan("`aws_glue_job.orders` and aws\\_glue\\_job.orders")).toEqual([]);
    expect(veil.show("orders")).toBe("(sensitive)");
    expect(veil.text("the orders-db")).toBe("the (sensitive)-db");
  });

  test("keys of instances are values", () => {
    const plan = planWith(["customer-7"], { resource_changes: [] });
    expect(createRedactor([plan]).text('aws_glue_job.x["customer-7"]')).toBe('aws_glue_job.x["customer-7"]');
    expect(veilOf("customer-7").text('aws_glue_job.orders["customer-7"]')).toBe('aws_glue_job.orders["(sensitive)"]');
  });

  test("words of the report, and the placeholder itself", () => {
    const veil = createRedactor([planWith(["details", "sensitive", "timeout"])], { words: ["details", "timeout"] });
    const text = "<details> timeout (sensitive) </details>";
    expect(veil.text(text)).toBe(text);
    expect(veil.scan(text)).toEqual([]);
    expect(veil.show("sensitive (sensitive)")).toBe("(sensitive) (sensitive)");
  });

  test("one letter, blanks, one sign over and over: no report is torn apart", () => {
    const veil = veilOf("a", "", "      ", "------", "||||||", true, null, 1, ".");
    const text = "| a | b |\n|------|------|\n      code 1 true null .";
    expect(veil.text(text)).toBe(text);
    expect(veil.scan(text)).toEqual([]);
  });
});

describe("by shape", () => {
  const { show } = bound(createRedactor([]));
  const texts: readonly (readonly [string, string])[] = [
    ["AKIAIOSFODNN7EXAMPLE", "(sensitive)"],
    ["key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "key (sensitive)"],
    ["a\n-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\nb", "a\n(sensitive)\nb"],
    ["-----BEGIN PRIVATE KEY-----\ncut off", "(sensitive)"],
    ["ghp_0123456789abcdefghijklmnopqrstuvwxyz", "(sensitive)"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "(sensitive)"],
    ["postgres://etl:p4ss@db.example.com/lake", "postgres://etl:(sensitive)@db.example.com/lake"],
    ["jdbc:mysql://db:3306/lake?user=etl&password=p4ss", "jdbc:mysql://db:3306/lake?user=etl&password=(sensitive)"],
    ["jdbc:oracle:thin:etl/p4ss@db:1521", "jdbc:oracle:thin:etl/(sensitive)@db:1521"],
    ["--conf spark.db.password=p4ss --conf a=b", "--conf spark.db.password=(sensitive) --conf a=b"],
    ["run --token p4ss --x", "run --token (sensitive) --x"],
    ["export DB_PASSWORD='p4 ss'", "export DB_PASSWORD='(sensitive)'"],
    ["Authorization: Bearer p4ss", "Authorization: Bearer (sensitive)"],
    ['{"db_password":"p4ss","port":1}', '{"db_password":"(sensitive)","port":1}'],
    ['[{"name":"API_TOKEN","value":"p4ss"}]', '[{"name":"API_TOKEN","value":"(sensitive)"}]'],
  ];
  test.each(texts)("%s", (text, want) => expect(show(text)).toBe(want));

  const open = [
    "arn:aws:iam::111111111111:role/data-lake-test-job-role",
    "arn:aws:secretsmanager:ap-northeast-1:111111111111:secret:db-AbCdEf",
    "secretsmanager:GetSecretValue",
    "arn:aws:kms:ap-northeast-1:111111111111:key/00000000-1111-2222-3333-444444444444",
    "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    "AWSGlueServiceRoleDefaultForAnalytics",
    "s3://data-lake-test-target-s3/scripts/data-lake-test-job.py",
    "jdbc:mysql://db.example.com:3306/lake",
    "2026-01-01T00:00:00Z",
    "terraform-20260101000000000000000001",
    '{"Version":"2012-10-17","Statement":[{"Condition":{"StringEquals":{"aws:PrincipalTag/token":"a","s3:ExistingObjectTag/key":"b"}}}]}',
    '[{"Key":"team","Value":"data"}]',
  ];
  test.each(open)("%s is shown", (text) => expect(show(text)).toBe(text));

  const names: readonly (readonly [string, boolean])[] = [
    ["--password", true],
    ["PASSWORD", true],
    ["--DB-SECRET", true],
    ["apiToken", true],
    ["KEY", true],
    ["--encryption-key", true],
    ["aws_access_key_id", true],
    ["--partition_key", false],
    ["--s3-key", false],
    ["--kms-key", false],
    ["SECRET_ID", false],
    ["secret_arn", false],
    ["password_length", false],
    ["--TempDir", false],
    ["KAFKA_SSL_ENABLED", false],
  ];
  test.each(names)("%s among arguments: %s", (name, secret) => {
    const veil = createRedactor([]);
    expect(veil.show({ [name]: "value" }, undefined, ["default_arguments"])).toEqual({
      [name]: secret ? "(sensitive)" : "value",
    });
    expect(veil.show("value", undefined, ["connection_properties", name])).toBe(secret ? "(sensitive)" : "value");
  });

  test("keys that are no credentials elsewhere", () => {
    const value = { kms_master_key_id: "alias/aws/sns", key: "path/object", key_name: "x", bucket_key_enabled: true };
    expect(createRedactor([]).show(value)).toBe(value);
  });

  test("a credential of one resource in another", () => {
    const job = change("aws_glue_job.a", {
      after: { default_arguments: { "--password": "Gl4e-argument", "--partition-key": "customer_id" } },
    });
    const veil = createRedactor([readPlanValue(smallPlan({ resource_changes: [job] }), "p")]);
    expect(veil.show("Gl4e-argument customer_id")).toBe("(sensitive) customer_id");
  });
});

describe("the last scan", () => {
  const veil = veilOf("a|b<c>&d*e_f", "second-secret");

  test.each([
    ["escaped for markdown", "a\\|b\\<c\\>\\&d\\*e\\_f"],
    ["escaped for HTML", "a|b&lt;c&gt;&amp;d*e_f"],
    ["with numbered entities", "a&#124;b&#60;c&#x3E;&#38;d&#42;e&#95;f"],
    ["with signs that have no width", "second\u200b-sec\u2060ret"],
  ])("sees what is %s", (_, text) => expect(veil.scan(`x\n\n${text}`)).toMatchObject([{ kind: "value", line: 3 }]));

  test("sees credentials by their shape, and no digest", () => {
    expect(createRedactor([]).scan("AKIAIOSFODNN7EXAMPLE")).toMatchObject([
      { kind: "shape", line: 1, start: 0, end: 20 },
    ]);
    expect(createRedactor([]).scan(`sha256 ${"0123456789abcdef".repeat(4)}`)).toEqual([]);
  });
});

describe("over all scenarios", () => {
  test.each(readable)("%s: what is shown holds no secret", (name) => {
    const plan = readScenario(name);
    const veil = createRedactor([plan]);
    const sides = [...plan.resources, ...plan.drift, ...plan.outputs].flatMap(({ before, after }) => [before, after]);
    const shown = sides.map(({ value, sensitive }) => JSON.stringify(veil.show(value, sensitive))).join("\n");
    expect(veil.scan(shown).map(({ start, end }) => shown.slice(start - 20, end + 20))).toEqual([]);
  });

  test("secrets: none of those that were planted, in any form", () => {
    const plan = readScenario("secrets");
    const veil = createRedactor([plan]);
    const values = plan.resources.map(({ address, after }) => [
      veil.text(address),
      veil.show(after.value, after.sensitive),
    ]);
    const outputs = plan.outputs.map(({ name, after }) => [name, veil.show(after.value, after.sensitive)]);
    const shown = JSON.stringify([values, outputs], null, 1);
    const planted =
      /Tr0ub|VHIwdWI|UcjB1Yi|RyMHVi|%22quotes|73911846|MIIBVgIB|Gl4e|C0nnection|AKIA|q8Zr2|Jdbc4|Url4|Conf4|Sh3ll|H3ader|Fl4g|p4ired/;
    expect(planted.exec(shown)?.[0]).toBeUndefined();
    expect(shown).toContain("customer_id");
    expect(shown).toContain("terraform_data.lake_admin");
    expect(shown).toMatchSnapshot();
  });
});

function bound(veil: Redactor): { readonly show: (value: Json) => Json } {
  return { show: (value) => veil.show(value) };
}
