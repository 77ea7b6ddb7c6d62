/** JavaScript on plan-time values is an error with what to write instead; text with holes and cdktf's tokens work. */
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { conditional, Fn, Lazy, Op, Token } from "cdktf";
import {
  blockIf,
  bool,
  eq,
  list,
  local,
  map,
  number,
  object,
  optional,
  output,
  resource,
  set,
  string,
  TfwrightError,
  toExpr,
  when,
} from "tfwright";
import { defineOne, mainOf, problemsOf, textOf } from "../one-module";

const variables = {
  n: number(),
  s: string(),
  flag: bool(),
  names: list(string()),
  ids: set(string()),
  o: object({ a: string() }),
  r: optional(string()),
};

/** Runs something over the values of a definition and gives what it threw. */
function trapOf(use: (v: Record<keyof typeof variables, never>) => unknown): TfwrightError {
  let caught: unknown;
  const module = defineOne({
    variables,
    build(_scope, v) {
      try {
        use(v as never);
      } catch (error) {
        caught = error;
      }
      return { all: output([v.n, v.s, v.flag, v.names, v.ids, v.o, v.r]) };
    },
  });
  module.generate();
  if (!(caught instanceof TfwrightError)) throw new Error(`not trapped: ${caught}`);
  return caught;
}

test.each<[string, (v: Record<keyof typeof variables, never>) => unknown, RegExp]>([
  ["v.n + 1", (v) => v.n + 1, /`add`/],
  ["v.n - 1", (v) => (v.n as number) - 1, /`add`/],
  ["v.n > 0", (v) => v.n > 0, /`lt`/],
  ["-v.n", (v) => -(v.n as number), /`add`/],
  ["v.s + v.s", (v) => v.s + v.s, /template string/],
  // biome-ignore lint/suspicious/noDoubleEquals: the trap
  ["v.s == 'x'", (v) => v.s == ("x" as never), /`eq`/],
  [
    "v.names.host",
    (v) => (v.names as { host: string }).host,
    /`at\(list, 0\)\.host`, and all of them `each\(list, \(item\) => item\.host\)`/,
  ],
  ["v.ids.host", (v) => (v.ids as { host: string }).host, /it is a set: of all its elements `each\(set/],
  ["v.names.map", (v) => (v.names as string[]).map((name) => name), /`each\(list/],
  ["v.names.length", (v) => (v.names as string[]).length, /`fn\.length\(list\)`/],
  ["v.names.filter", (v) => (v.names as string[]).filter(Boolean), /where/],
  ["v.names[0]", (v) => v.names[0], /`\.0`/],
  ["v.names.includes", (v) => (v.names as string[]).includes("x"), /`fn\.contains/],
  [
    "for of",
    (v) => {
      for (const name of v.names as string[]) return name;
    },
    /`each\(list/,
  ],
  ["[...v.names]", (v) => [...(v.names as string[])], /`each\(list/],
  [
    "const [a] = v.names",
    (v) => {
      const [a] = v.names as string[];
      return a;
    },
    /`each\(list/,
  ],
  ["Math.max(...v.names)", (v) => Math.max(...(v.names as number[])), /`each\(list/],
  ["v.s.toUpperCase()", (v) => (v.s as string).toUpperCase(), /`fn\.upper\(text\)`/],
  ["v.s.split", (v) => (v.s as string).split(","), /`fn\.split/],
  ["v.s.length", (v) => (v.s as string).length, /`fn\.length/],
  ["JSON.stringify(v.s)", (v) => JSON.stringify(v.s), /`fn\.jsonencode/],
  ["JSON.stringify({ a: v.s })", (v) => JSON.stringify({ a: v.s }), /`fn\.jsonencode/],
  ["v.o.b", (v) => (v.o as { b: string }).b, /`\.b`/],
  ["Math.abs(v.n)", (v) => Math.abs(v.n), /`add`/],
  ["toExpr(undefined)", () => toExpr(undefined), /undefined/],
  ["toExpr(() => 1)", () => toExpr(() => 1), /a function/],
  ["toExpr(new Map())", () => toExpr(new Map()), /a Map/],
  ["toExpr(NaN)", () => toExpr(Number.NaN), /finite/],
  ["toExpr(1n)", () => toExpr(1n), /bigint/],
])("%s is an error that says what to write", (_name, use, hint) => {
  expect(trapOf(use).message).toMatch(hint);
});

test.each<[string, (flag: unknown, other: unknown) => unknown]>([
  [
    "if (v.flag)",
    (flag) => {
      if (flag) return 1;
      return 2;
    },
  ],
  ["v.flag ? 1 : 2", (flag) => (flag ? 1 : 2)],
  ["v.flag && 1", (flag) => flag && 1],
  ["!v.flag", (flag) => !flag],
  ["v.flag === true", (flag) => flag === true],
])("%s is noticed: the flag has no effect", (_name, use) => {
  const module = defineOne({
    variables: { flag: bool(), other: bool() },
    build: (_scope, v) => ({
      a: output(use(v.flag, v.other) as number),
      b: output(v.other),
    }),
  });
  expect(problemsOf(module)).toEqual([
    expect.objectContaining({
      code: "unused-variable",
      path: "sample.variables.flag",
      message: "nothing in the module uses `var.flag`",
      hint: expect.stringContaining("`when`"),
    }),
  ]);
});

test("what console.log and a promise look up is harmless", async () => {
  const module = defineOne({
    variables: { s: string(), names: list(string()), tags: map(string()), box: object({ a: string() }) },
    build(_scope, v) {
      const { inspect } = require("node:util");
      expect(inspect(v.s)).toBe("Expr<var.s>");
      expect(inspect([v.names, v.tags, v.box])).toBe("[ Expr<var.names>, Expr<var.tags>, Expr<var.box> ]");
      expect(inspect(toExpr([Token.asString({ creationStack: [], resolve: () => "x" }), v.s]))).toBe(
        "Expr<[token, var.s]>",
      );
      expect(() => (v.names as never as readonly unknown[])[0]).toThrow("`.0` does not work");
      expect((v.s as never as { then: unknown }).then).toBeUndefined();
      expect(Object.keys(v.s)).toEqual([]);
      return { s: output({ s: v.s, names: v.names, tags: v.tags, box: v.box }) };
    },
  });
  module.generate();
});

test("template strings", () => {
  const module = defineOne({
    variables: { ...variables },
    build(scope, v) {
      local(scope, "plain", `${v.s}`);
      local(scope, "joined", `a-${v.s}-${v.o.a}-b`);
      local(scope, "number", `${v.n}`);
      local(scope, "nested", `x${`y${v.s}`}z`);
      local(scope, "known", `a${toExpr("b")}c${toExpr(1)}`);
      local(scope, "literal", `${v.s}/\${aws:username}/%{x}`);
      local(scope, "chosen", `${when(v.flag, "a", v.s)}!`);
      local(scope, "key", { [`${v.s}-x`]: 1, plain: 2 });
      local(scope, "rest", [v.names, v.ids, v.r]);
      return {};
    },
  });
  expect(mainOf(module)).toBe(
    [
      "locals {",
      "  plain   = var.s",
      '  joined  = "a-${var.s}-${var.o.a}-b"',
      "  number  = tostring(var.n)",
      '  nested  = "xy${var.s}z"',
      '  known   = "abc1"',
      '  literal = "${var.s}/$${aws:username}/%%{x}"',
      '  chosen  = "${var.flag ? "a" : var.s}!"',
      "",
      "  key = {",
      '    "${var.s}-x" = 1',
      "    plain        = 2",
      "  }",
      "",
      "  rest = [var.names, var.ids, var.r]",
      "}\n",
    ].join("\n"),
  );
});

test("constructs of cdktf, their tokens and functions", () => {
  const module = defineOne({
    variables: { s: string(), flag: bool() },
    build(scope, v) {
      const role = new IamRole(scope, "role", {
        name: `${v.s}-role`,
        assumeRolePolicy: Fn.jsonencode({
          Version: "2012-10-17",
          Resource: "a/${aws:username}",
        }),
        description: "literal ${aws:username}",
        tags: { "--key": `${v.s}`, upper: Fn.upper(v.s as never) },
        inlinePolicy: [{ name: "a", policy: "{}" }],
        lifecycle: {
          createBeforeDestroy: true,
          ignoreChanges: ["tags"],
          precondition: [{ condition: Op.not(Op.eq(v.s, "a")), errorMessage: "no" }],
        },
      });
      const lazy = Lazy.stringValue({
        produce: () => `lazy ${role.name} \${x}`,
      });
      new GlueJob(scope, "raw", {
        name: lazy,
        roleArn: role.arn,
        command: { scriptLocation: `s3://${role.name}/x` },
        connections: Lazy.listValue({ produce: () => ["a", role.name] }),
        numberOfWorkers: Fn.lengthOf(["a", role.name]),
        description: `workers: ${Fn.lengthOf(role.managedPolicyArns)}, not -1.5e+298`,
        timeout: Lazy.numberValue({ produce: () => 5 }),
        dependsOn: [role],
      });
      resource(scope, GlueJob, "ours", {
        name: Fn.join("-", ["a", role.name]),
        roleArn: Token.asString(conditional(v.flag, role.arn, "none")),
        command: { scriptLocation: `s3://${Fn.lower(`${v.s}`)}/x` },
      });
      return {
        arn: output(role.arn, {
          preconditions: [{ condition: eq(role.arn, "x"), message: `is ${role.arn}` }],
        }),
      };
    },
  });
  expect(mainOf(module)).toMatchInlineSnapshot(`
    "resource "aws_glue_job" "ours" {
      name     = join("-", ["a", aws_iam_role.role.name])
      role_arn = var.flag ? aws_iam_role.role.arn : "none"

      command {
        script_location = "s3://\${lower(var.s)}/x"
      }
    }

    resource "aws_iam_role" "role" {
      assume_role_policy = jsonencode({
        Version  = "2012-10-17"
        Resource = "a/$\${aws:username}"
      })
      description = "literal $\${aws:username}"
      name        = "\${var.s}-role"
      tags = {
        "--key" = var.s
        upper   = upper(var.s)
      }

      inline_policy {
        name   = "a"
        policy = "{}"
      }

      lifecycle {
        create_before_destroy = true
        ignore_changes        = [tags]

        precondition {
          condition     = !(var.s == "a")
          error_message = "no"
        }
      }
    }

    resource "aws_glue_job" "raw" {
      connections       = ["a", aws_iam_role.role.name]
      description       = "workers: \${length(tolist(aws_iam_role.role.managed_policy_arns))}, not -1.5e+298"
      name              = "lazy \${aws_iam_role.role.name} $\${x}"
      number_of_workers = length(["a", aws_iam_role.role.name])
      role_arn          = aws_iam_role.role.arn
      timeout           = 5

      command {
        script_location = "s3://\${aws_iam_role.role.name}/x"
      }

      depends_on = [aws_iam_role.role]
    }
    "
  `);
  expect(textOf(module, "outputs.tf")).toContain('condition     = aws_iam_role.role.arn == "x"');
  expect(textOf(module, "outputs.tf")).toContain('error_message = "is ${aws_iam_role.role.arn}"');
});

test("blockIf over a known bool is there or not", () => {
  const module = defineOne({
    build(scope) {
      const config = {
        name: "a",
        roleArn: "r",
        command: { scriptLocation: "s" },
      };
      resource(scope, GlueJob, "yes", {
        ...config,
        executionProperty: blockIf(true, () => ({ maxConcurrentRuns: 1 })),
      });
      resource(scope, GlueJob, "no", {
        ...config,
        executionProperty: blockIf(false, () => ({ maxConcurrentRuns: 1 })),
      });
      return {};
    },
  });
  expect(mainOf(module).match(/execution_property/g)).toHaveLength(1);
});
