import { renderDocsCell } from "../../src/render/docs-cell";
import { type DocsInput, renderTerraformDocs } from "../../src/render/terraform-docs";

const EMPTY: DocsInput = {
  requiredProviders: [],
  usedProviders: [],
  modules: [],
  resources: [],
  inputs: [],
  outputs: [],
};

/** The rows of one section, or the line that says there are none. */
function rowsOf(section: string, input: Partial<DocsInput>): string[] {
  const text = renderTerraformDocs({ ...EMPTY, ...input });
  const [, body = ""] = text.split(`## ${section}\n\n`);
  const lines = (body.split("\n\n## ")[0] ?? "").replace("\n<!-- END_TF_DOCS -->", "").split("\n");
  return lines[0]?.startsWith("| Name") ? lines.slice(2) : lines;
}

/** The cells of an input named `x`: description, type, default, required. */
function cellsOf(input: Omit<DocsInput["inputs"][number], "name">): string[] {
  const [row = ""] = rowsOf("Inputs", { inputs: [{ name: "x", ...input }] });
  return row.slice(2, -2).split(" | ").slice(1);
}

test("an empty folder", () => {
  expect(renderTerraformDocs(EMPTY)).toBe(`<!-- BEGIN_TF_DOCS -->
## Requirements

No requirements.

## Providers

No providers.

## Modules

No modules.

## Resources

No resources.

## Inputs

No inputs.

## Outputs

No outputs.
<!-- END_TF_DOCS -->`);
});

test("a folder with everything", () => {
  const input: DocsInput = {
    requiredVersion: ">= 1.5.0",
    requiredProviders: [{ name: "aws", source: "hashicorp/aws", version: ">= 6.0" }],
    usedProviders: [{ name: "aws", alias: "west" }, { name: "aws" }],
    modules: [
      { name: "sub_mod", source: "../other" },
      { name: "git", source: "git::https://example.com/x_y.git//a_b?ref=v1.2.0" },
    ],
    resources: [
      { mode: "data", type: "aws_partition", name: "current", provider: "aws" },
      { mode: "managed", type: "aws_iam_policy", name: "this", provider: "aws" },
    ],
    inputs: [
      {
        name: "s3_targets",
        description: "S3 paths.",
        type: "list(object({\n    path       = string\n    exclusions = optional(list(string), [])\n  }))",
        default: { value: [] },
      },
      { name: "name", description: "Name of the job_run.", type: "string" },
    ],
    outputs: [{ name: "arn", description: "ARN of the job." }],
  };
  expect(renderTerraformDocs(input)).toBe(`<!-- BEGIN_TF_DOCS -->
## Requirements

| Name | Version |
|------|---------|
| <a name="requirement_terraform"></a> [terraform](#requirement\\_terraform) | >= 1.5.0 |
| <a name="requirement_aws"></a> [aws](#requirement\\_aws) | >= 6.0 |

## Providers

| Name | Version |
|------|---------|
| <a name="provider_aws"></a> [aws](#provider\\_aws) | >= 6.0 |
| <a name="provider_aws.west"></a> [aws.west](#provider\\_aws.west) | >= 6.0 |

## Modules

| Name | Source | Version |
|------|--------|---------|
| <a name="module_git"></a> [git](#module\\_git) | git::https://example.com/x_y.git//a_b | v1.2.0 |
| <a name="module_sub_mod"></a> [sub\\_mod](#module\\_sub\\_mod) | ../other | n/a |

## Resources

| Name | Type |
|------|------|
| [aws_iam_policy.this](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy) | resource |
| [aws_partition.current](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/partition) | data source |

## Inputs

| Name | Description | Type | Default | Required |
|------|-------------|------|---------|:--------:|
| <a name="input_name"></a> [name](#input\\_name) | Name of the job\\_run. | \`string\` | n/a | yes |
| <a name="input_s3_targets"></a> [s3\\_targets](#input\\_s3\\_targets) | S3 paths. | <pre>list(object({<br/>    path       = string<br/>    exclusions = optional(list(string), [])<br/>  }))</pre> | \`[]\` | no |

## Outputs

| Name | Description |
|------|-------------|
| <a name="output_arn"></a> [arn](#output\\_arn) | ARN of the job. |
<!-- END_TF_DOCS -->`);
});

describe("a cell", () => {
  const table: [name: string, rule: { given: string; want: string }][] = [
    ["empty", { given: "", want: "n/a" }],
    ["white space only", { given: " \n ", want: "" }],
    ["pipe and underscore", { given: "a|b_c", want: "a\\|b\\_c" }],
    ["other signs stay", { given: "*a* <b> #c [d] \\e & $f", want: "*a* <b> #c [d] \\e & $f" }],
    ["run that opens a line", { given: "x\n__ y_z", want: "x<br/>__ y\\_z" }],
    ["word that opens a line", { given: "__x y", want: "\\_\\_x y" }],
    ["emphasis", { given: "a_b __cd__ e_f _gh_ i", want: "a\\_b __cd\\_\\_ e\\_f \\_gh_ i" }],
    ["emphasis at the end of a line", { given: "a _bc_", want: "a \\_bc\\_" }],
    ["emphasis of one character", { given: "a _b_ c", want: "a \\_b\\_ c" }],
    ["emphasis needs ASCII space", { given: "a\u2003_bc_ d", want: "a\u2003\\_bc\\_ d" }],
    ["the marker of terraform-docs", { given: "‡‡‡DONTESCAPE‡‡‡", want: "_" }],
    ["ticks", { given: "`a_b|c` d_e", want: "`a_b|c` d\\_e" }],
    ["open tick", { given: "a_b `c_d", want: "a\\_b `c_d`" }],
    ["two ticks side by side are one", { given: "a``b_c", want: "a`b_c`" }],
    ["fence", { given: "x_y\n```hcl\na_b = 1\n```\nz_z", want: "x\\_y<pre>hcl<br/>a_b = 1</pre>z\\_z" }],
    ["fence first", { given: "```\na_b\n\n|\n```", want: "<pre>a_b<br/><br/>|</pre>" }],
    ["open fence with CRLF", { given: "a```b\r\nc", want: "a<pre>b<br/>c</pre>" }],
    ["lines", { given: "a\nb\n- c\n  d", want: "a<br/>b<br/>- c<br/>  d" }],
    ["blank lines", { given: "a\n\nb\n\n\nc", want: "a<br/><br/>b<br/><br/><br/>c" }],
    ["spaces before a line end", { given: "a  \nb \nc", want: "a<br/>b <br/>c" }],
    ["four spaces before a line of words", { given: "a    \nb", want: "a  <br/>b" }],
    ["four spaces before another line", { given: "a    \n- b", want: "a<br/>- b" }],
    ["four spaces before a blank line", { given: "a    \n\nb", want: "a<br/><br/>b" }],
    ["trims as Go does", { given: "\u0085\u00a0\ufeffa\u2028", want: "\ufeffa" }],
    ["URL", { given: "see https://x.y/a_b, c_d", want: "see https://x.y/a_b, c\\_d" }],
    ["URL ends at a space of any kind", { given: "http://a_b\u2003c_d", want: "http://a_b\u2003c\\_d" }],
    ["URL in upper case", { given: "HTTPS://A_B", want: "HTTPS://A_B" }],
    [
      "URL with brackets",
      { given: "http://a_b/(c_(d_e))_f (http://g_h)_i", want: "http://a_b/(c_(d_e))_f (http://g_h)\\_i" },
    ],
    ["URL in ticks loses its backslash", { given: '`"http://a.b/c\\\\d"`', want: '`"http://a.b/cd"`' }],
    ["URL that is in another text too", { given: "tel:1\\2 xtel:1\\2", want: "tel:12 xtel:12" }],
    ["URL with `$`", { given: "http://a_$&_$$", want: "http://a_$&_$$" }],
    ["URL by `:` alone", { given: "mailto:a_b file:c_d jdbc:e_f", want: "mailto:a_b file:c_d jdbc:e\\_f" }],
    ["no URL", { given: "s3://a_b arn:aws:s3:::c_d", want: "s3://a\\_b arn:aws:s3:::c\\_d" }],
    ["no URL: nothing but what cannot end one", { given: "http://\\. http://\\¿", want: "http://\\. http://\\¿" }],
    ["punctuation after Unicode 13 ends a URL", { given: "http://\\\u061d", want: "http://\u061d" }],
  ];
  test.each(table)("%s", (_, { given, want }) => {
    expect(renderDocsCell(given)).toBe(want);
  });
});

describe("requirements and providers", () => {
  const row = (kind: string, name: string, version: string) =>
    `| <a name="${kind}_${name}"></a> [${name}](#${kind}\\_${name}) | ${version} |`;
  const given: Partial<DocsInput> = {
    requiredVersion: "~> 1.9, < 2.0.0",
    requiredProviders: [
      { name: "random", version: ">= 3.0, != 3.1.0" },
      { name: "Zed", version: "= 1.0" },
      { name: "null", source: "hashicorp/null" },
    ],
    usedProviders: [{ name: "null" }, { name: "random", alias: "b" }, { name: "random", alias: "a" }, { name: "null" }],
    resources: [
      { mode: "managed", type: "terraform_data", name: "this", provider: "terraform" },
      { mode: "managed", type: "random_id", name: "this", provider: "random" },
    ],
  };

  test("terraform comes first, then those with a constraint by bytes", () => {
    expect(rowsOf("Requirements", given)).toEqual([
      row("requirement", "terraform", "~> 1.9, < 2.0.0"),
      row("requirement", "Zed", "= 1.0"),
      row("requirement", "random", ">= 3.0, != 3.1.0"),
    ]);
  });

  test("used providers come once, by name, then alias; terraform_data brings terraform", () => {
    expect(rowsOf("Providers", given)).toEqual([
      row("provider", "null", "n/a"),
      row("provider", "random.a", ">= 3.0, != 3.1.0"),
      row("provider", "random.b", ">= 3.0, != 3.1.0"),
      row("provider", "terraform", "n/a"),
    ]);
  });

  test("a constraint of several lines loses its single trailing spaces and blank lines", () => {
    const requiredProviders = [{ name: "aws", version: ">= 1 \n\n\n\n, < 2  \n" }];
    const first = row("requirement", "aws", ">= 1").replace(/ \|$/, "");
    expect(rowsOf("Requirements", { requiredProviders }).slice(0, 2)).toEqual([first, ""]);
    expect(renderTerraformDocs({ ...EMPTY, requiredProviders })).toContain(">= 1\n\n, < 2  \n |\n\n## Providers");
  });
});

describe("modules", () => {
  const table: [source: string, version: string | undefined, want: string][] = [
    ["../a|b_c", undefined, "../a|b_c | n/a"],
    ["terraform-aws-modules/vpc/aws", "~> 5.0", "terraform-aws-modules/vpc/aws | ~> 5.0"],
    ["git::https://h/x.git?ref=v1&depth=1", undefined, "git::https://h/x.git | v1&depth=1"],
    ["x?ref=a?ref=b", undefined, "x?ref=a | b"],
    ["x?ref=a?ref=", undefined, "x?ref=a?ref= | n/a"],
    ["x?ref=a", "1.0.0", "x?ref=a | 1.0.0"],
    ["x?depth=1&ref=a", undefined, "x?depth=1&ref=a | n/a"],
  ];
  test.each(table)("%s %s", (source, version, want) => {
    expect(rowsOf("Modules", { modules: [{ name: "m", source, version }] })).toEqual([
      `| <a name="module_m"></a> [m](#module\\_m) | ${want} |`,
    ]);
  });
});

describe("resources", () => {
  const link = (address: string, path: string) => `| [${address}](https://registry.terraform.io/providers/${path}) |`;

  test("come before data sources, each by type.name in bytes", () => {
    const block = (mode: "managed" | "data", type: string, name: string) => ({ mode, type, name, provider: "aws" });
    const resources = [
      block("data", "aws_iam_policy", "this"),
      block("managed", "aws_iam_policy_document", "this"),
      block("managed", "aws_iam_policy", "this"),
      block("managed", "aws_iam_policy", "That"),
    ];
    const docs = "hashicorp/aws/latest/docs";
    expect(rowsOf("Resources", { resources })).toEqual([
      `${link("aws_iam_policy.That", `${docs}/resources/iam_policy`)} resource |`,
      `${link("aws_iam_policy.this", `${docs}/resources/iam_policy`)} resource |`,
      `${link("aws_iam_policy_document.this", `${docs}/resources/iam_policy_document`)} resource |`,
      `${link("aws_iam_policy.this", `${docs}/data-sources/iam_policy`)} data source |`,
    ]);
  });

  const versions: [constraint: string | undefined, want: string][] = [
    [undefined, "latest"],
    [">= 6.0", "latest"],
    ["= 6.34.0", "6.34.0"],
    ["=6.34.0", "6.34.0"],
    ["6.34.0", "6.34.0"],
    ["=  6.34.0", "latest"],
    ["~>6.0", "latest"],
    ["6.0, < 7", "latest"],
  ];
  test.each(versions)("the constraint %s links to %s", (version, want) => {
    const resources = [{ mode: "managed", type: "aws_x_y", name: "a", provider: "aws" }] as const;
    expect(
      rowsOf("Resources", { resources, requiredProviders: [{ name: "aws", source: "acme/b_c", version }] }),
    ).toEqual([`${link("aws_x_y.a", `acme/b_c/${want}/docs/resources/x_y`)} resource |`]);
  });

  test("have no link if the source has a host", () => {
    const requiredProviders = [{ name: "acme", source: "registry.acme.com/acme/acme" }];
    const resources = [{ mode: "data", type: "acme_x", name: "a", provider: "acme" }] as const;
    expect(rowsOf("Resources", { resources, requiredProviders })).toEqual(["| acme_x.a | data source |"]);
  });

  test("carry the name of the provider, also where the type does not", () => {
    const resources = [
      { mode: "managed", type: "google_x", name: "a", provider: "google-beta" },
      { mode: "data", type: "http", name: "b", provider: "http" },
    ] as const;
    expect(rowsOf("Resources", { resources })).toEqual([
      `${link("google-beta_google_x.a", "hashicorp/google-beta/latest/docs/resources/google_x")} resource |`,
      `${link("http_http.b", "hashicorp/http/latest/docs/data-sources/http")} data source |`,
    ]);
  });
});

describe("inputs and outputs", () => {
  test("are sorted by the bytes of the name", () => {
    const named = ["b", "\u{10400}", "a_b", "B", "\uff41", "ab"].map((name) => ({ name }));
    const names = ["B", "a_b", "ab", "b", "\uff41", "\u{10400}"];
    const rows = names.map((name) => new RegExp(`name="output_${name}"`, "u"));
    expect(rowsOf("Outputs", { outputs: named })).toEqual(rows.map((row) => expect.stringMatching(row)));
  });

  test("an output without description", () => {
    const want = '| <a name="output_a_b"></a> [a\\_b](#output\\_a\\_b) | n/a |';
    expect(rowsOf("Outputs", { outputs: [{ name: "a_b" }] })).toEqual([want]);
  });

  const descriptions: [given: string, want: string][] = [
    ["a\r\nb_c", "a<br/>b\\_c"],
    ["e\u0301", "é"],
  ];
  test.each(descriptions)("the description %j is %j", (description, want) => {
    expect(cellsOf({ description })[0]).toBe(want);
  });

  const types: [given: string | undefined, value: unknown, want: string][] = [
    [undefined, undefined, "`any`"],
    [undefined, null, "`any`"],
    [undefined, "", "`string`"],
    [undefined, 1, "`number`"],
    [undefined, false, "`bool`"],
    [undefined, [], "`list`"],
    [undefined, {}, "`map`"],
    ["map(a_b|c)", undefined, "`map(a_b|c)`"],
    ["object({\r\n  a = any\r\n})", undefined, "<pre>object({<br/>  a = any<br/>})</pre>"],
    [
      'object({\n  a = optional(string, "|_`")\n})',
      undefined,
      '<pre>object({<br/>  a = optional(string, "|_`")<br/>})</pre>',
    ],
  ];
  test.each(types)("the type %j with the default %j is %j", (type, value, want) => {
    expect(cellsOf({ type, default: value === undefined ? undefined : { value } })[1]).toBe(want);
  });

  const defaults: [given: unknown, want: string][] = [
    [null, "`null`"],
    [true, "`true`"],
    ["", '`""`'],
    ["a_b|c\n\u2028\u007f<>&", '`"a_b|c\\n\\u2028\u007f<>&"`'],
    ["e\u0301", '`"é"`'],
    ["a`b_c", '`"a`b\\_c"'],
    ["http://a.b/c\\d", '`"http://a.b/cd"`'],
    [[], "`[]`"],
    [{}, "`{}`"],
    [[1, [], {}], "<pre>[<br/>  1,<br/>  [],<br/>  {}<br/>]</pre>"],
    [
      { b: 1, "10": { é: null }, "9": [true], B: "" },
      '<pre>{<br/>  "10": {<br/>    "é": null<br/>  },<br/>  "9": [<br/>    true<br/>  ],<br/>  "B": "",<br/>  "b": 1<br/>}</pre>',
    ],
    [{ "\u{10400}": 1, "\uff41": 2 }, '<pre>{<br/>  "\uff41": 2,<br/>  "\u{10400}": 1<br/>}</pre>'],
    [12345678901234567000, "`12345678901234567000`"],
    [1e30, "`1e+30`"],
    [1e-7, "`1e-7`"],
    [-0, "`-0`"],
    [0.1, "`0.1`"],
  ];
  test.each(defaults)("the default %j is %j", (value, want) => {
    expect(cellsOf({ type: "any", default: { value } }).slice(2)).toEqual([want, "no"]);
  });

  test("without a default an input is required", () => {
    expect(cellsOf({ type: "any" })).toEqual(["n/a", "`any`", "n/a", "yes"]);
  });
});
