/** The commonest mistakes of authors: the compiler names the cause, at the place of the mistake, in 5.9 and in 7. */
import { Project } from "../cli/support/project";
import { compiledTsconfig } from "../support/compiled-tsconfig";
import { describeCompilers, errorsByLine } from "./compilers";

interface Mistake {
  readonly what: string;
  /** Lines of TypeScript inside of `build`; `//!` ends the line that the compiler must name. */
  readonly code: string;
  readonly tells: readonly RegExp[];
}

const OPTIONAL = { count: "{ count: when(v.on, 1, 0) }", forEach: "{ forEach: v.tags }" };

/** The cause stands in the first line, which is all that an editor shows beside the code. */
const FIRST = ({ source }: RegExp) => new RegExp(`^TS\\d+: .*${source}`);

const crawler = (targets: string) =>
  `resource(scope, GlueCrawler, "this", { name: "a", role: "r", databaseName: "d",\n s3Target: ${targets}\n});`;
const job = (notification: string) =>
  `resource(scope, GlueJob, "this", { name: "a", roleArn: "r", command: { scriptLocation: "s" },\n notificationProperty: ${notification}\n});`;

const MISTAKES: readonly Mistake[] = [
  {
    what: "a misspelt argument",
    code: `resource(scope, SqsQueue, "this", {\n nme: v.name, //!\n});`,
    tells: [/'nme' does not exist in type .*ConfigOf<SqsQueueConfig>/, /'name'/],
  },
  {
    what: "a value of a wrong type",
    code: `resource(scope, SqsQueue, "this", {\n name: v.delay, //!\n});`,
    tells: [/Type 'Expr<number>' is not assignable to type 'Expr<string \| null>'/],
  },
  {
    what: "a missing argument",
    code: `resource(\n scope, GlueJob, "this",\n { name: v.name, command: { scriptLocation: "s" } }, //!\n);`,
    tells: [/Property 'roleArn' is missing in type/],
  },
  {
    what: "a misspelt argument of a block",
    code: `resource(scope, GlueJob, "this", {\n name: "a", roleArn: "r",\n command: { scriptLoc: "s" }, //!\n});`,
    tells: [/'scriptLoc' does not exist/],
  },
  {
    what: "a misspelt argument beside `count`",
    code: `resource(scope, SqsQueue, "this", {\n nme: v.name, //!\n}, ${OPTIONAL.count});`,
    tells: [/'nme' does not exist in type .*ConfigOf<SqsQueueConfig>/, /'name'/],
  },
  {
    what: "a value of a wrong type beside `count`",
    code: `resource(scope, SqsQueue, "this", {\n name: v.delay, //!\n}, ${OPTIONAL.count});`,
    tells: [/Type 'Expr<number>' is not assignable to type 'Expr<string \| null>'/],
  },
  {
    what: "a missing argument beside `count`",
    code: `resource(\n scope, GlueJob, "this",\n { name: v.name, command: { scriptLocation: "s" } }, //!\n ${OPTIONAL.count},\n);`,
    tells: [/Property 'roleArn' is missing in type/],
  },
  {
    what: "a `count` of a bool",
    code: `resource(scope, SqsQueue, "this", {}, {\n count: v.on, //!\n});`,
    tells: [/Type 'Expr<boolean>' is not assignable to type 'NumberLike/],
  },
  {
    what: "`count` among the arguments",
    code: `resource(scope, SqsQueue, "this", {\n name: v.name,\n count: 1, //!\n});`,
    tells: [/'count' does not exist in type .*ConfigOf<SqsQueueConfig>/],
  },
  {
    what: "a misspelt option",
    code: `resource(scope, SqsQueue, "this", {}, {\n comment: "c",\n cuont: 1, //!\n});`,
    tells: [/'cuont' does not exist/, /'count'/],
  },
  {
    what: "a misspelt option beside `count`",
    code: `resource(scope, SqsQueue, "this", {}, {\n count: 1,\n commnt: "c", //!\n});`,
    tells: [/'commnt' does not exist/, /'comment'/],
  },
  {
    what: "`count` and `forEach`",
    code: `resource(scope, SqsQueue, "this", {}, {\n count: 1,\n forEach: v.tags, //!\n});`,
    tells: [/`count` and `forEach` cannot be used together/],
  },
  {
    what: "a misspelt argument with `forEach`",
    code: `resource(\n scope, SqsQueue, "this",\n (each) => ({ nme: each.key }), //!\n ${OPTIONAL.forEach},\n);`,
    tells: [/'?\{ nme: Expr<string>; \}'? has no properties in common with type 'ConfigOf<SqsQueueConfig>'/],
  },
  {
    what: "a value of a wrong type with `forEach`",
    code: `resource(\n scope, SqsQueue, "this",\n (each) => ({ name: each.key, delaySeconds: each.value }), //!\n ${OPTIONAL.forEach},\n);`,
    tells: [/'delaySeconds' are incompatible/, /Type 'Expr<string>' is not assignable to type 'Expr<number \| null>'/],
  },
  {
    what: "a missing argument with `forEach`",
    code: `resource(\n scope, GlueJob, "this",\n () => ({ command: { scriptLocation: "s" } }), //!\n ${OPTIONAL.forEach},\n);`,
    tells: [/is missing the following properties from type 'ConfigOf<GlueJobConfig>': name, roleArn/],
  },
  {
    what: "a `forEach` over a text",
    code: `resource(scope, SqsQueue, "this", {}, {\n forEach: v.name, //!\n});`,
    tells: [/Type 'Expr<string>' is not assignable to type 'Walkable/],
  },
  {
    what: "an entry without `forEach`",
    code: `resource(scope, SqsQueue, "this",\n (each) => ({ name: each.key }), //!\n);`,
    tells: [/needs `forEach` in the options/],
  },
  {
    what: "an entry in a rule without `forEach`",
    code: `resource(scope, SqsQueue, "this", {}, { lifecycle: { preconditions: [{\n condition: (each) => each.key, //!\n message: "m" }] } });`,
    tells: [/needs `forEach` in the options/],
  },
  {
    what: "an attribute of a counted resource",
    code: `const many = resource(scope, SqsQueue, "this", {}, ${OPTIONAL.count});\nmany.arn; //!`,
    tells: [/Property 'arn' does not exist on type 'CountedRef<SqsQueue>'/],
  },
  {
    what: "an attribute that there is not",
    code: `const one = resource(scope, SqsQueue, "this", {});\none.arm; //!`,
    tells: [/Property 'arm' does not exist on type 'ResourceRef<SqsQueue>'/],
  },
  {
    what: "a misspelt input of a call beside `count`",
    code: `moduleCall(scope, other, "other", {\n nme: v.name, //!\n}, ${OPTIONAL.count});`,
    tells: [/'nme' does not exist in type .*CallInputs/],
  },
  {
    what: "a missing input of a call with `forEach`",
    code: `moduleCall(\n scope, other, "other",\n () => ({}), //!\n ${OPTIONAL.forEach},\n);`,
    tells: [/Property 'name' is missing in type/],
  },
  {
    what: "an unknown output of a call",
    code: `const called = moduleCall(scope, other, "other", { name: v.name });\ncalled.arm; //!`,
    tells: [/Property 'arm' does not exist on type 'CalledRef</],
  },
  {
    what: "a call by source without a source",
    code: `moduleCall(scope, "vpc", {\n sorce: "./vpc", //!\n});`,
    tells: [/'sorce' does not exist in type 'ModuleCallOptions'/, /'source'/],
  },
  {
    what: "a misspelt option of a variable",
    code: `string({\n defalt: "x", //!\n});`,
    tells: [/'defalt' does not exist/, /'default'/],
  },
  {
    what: "a default of a wrong type",
    code: `number({\n default: "x", //!\n});`,
    tells: [/Type 'string' is not assignable to type 'number/],
  },
  {
    what: "a default of a list that is none",
    code: `list(string(), {\n default: "x", //!\n});`,
    tells: [/Type 'string' is not assignable to type 'readonly string\[\]/],
  },
  {
    what: "a default that is none of the values",
    code: `oneOf(["a", "b"], {\n default: "c", //!\n});`,
    tells: [/Type '"c"' is not assignable to type '"a" \| "b"/],
  },
  {
    what: "blocks over a text",
    code: `resource(scope, GlueCrawler, "this", { name: "a", role: "r", databaseName: "d",\n s3Target: blocks(v.name, (path) => ({ path })), //!\n});`,
    tells: [/Argument of type 'Expr<string>' is not assignable to parameter of type '.*Walkable/],
  },
  {
    what: "a misspelt argument of blocks over a map",
    code: `resource(scope, GlueCrawler, "this", { name: "a", role: "r", databaseName: "d",\n s3Target: blocks(v.tags, (_, path) => ({ path, exclusion: [path] })), //!\n});`,
    tells: [/"no such argument": "exclusion"/],
  },
  {
    what: "a misspelt required argument of blocks",
    code: crawler("blocks(v.names, (path) =>\n ({ pth: path })), //!"),
    tells: [
      FIRST(/Type '\{ pth: Expr<string>; \}' is not assignable to type 'Struct<GlueCrawlerS3Target>'/),
      /'path' is missing/,
    ],
  },
  {
    what: "a value of a wrong type in blocks",
    code: crawler("blocks(v.names, () =>\n ({ path: v.delay })), //!"),
    tells: [FIRST(/Type 'Expr<number>' is not assignable to type 'string \| Expr<string>/)],
  },
  {
    what: "a misspelt argument in a list of blocks",
    code: crawler('blockList({ path: "a" },\n { path: "b", exclusion: [] }), //!'),
    tells: [FIRST(/'exclusion' does not exist in type .*Struct<GlueCrawlerS3Target>/)],
  },
  {
    what: "a value of a wrong type in a list of blocks",
    code: crawler("blockList(\n { path: v.delay }, //!\n blocks(v.names, (path) => ({ path })))"),
    tells: [FIRST(/Type 'Expr<number>' is not assignable to type 'string \| Expr<string>/)],
  },
  {
    what: "a value of a wrong type in blocks of a list of blocks",
    code: crawler('blockList({ path: "a" },\n blocks(v.names, () => ({ path: v.delay }))), //!'),
    tells: [FIRST(/Type 'Expr<number>' is not assignable to type 'string \| Expr<string>/)],
  },
  {
    what: "a value of a wrong type in a block that may be there",
    code: job("optionalBlock(v.limit, () =>\n ({ notifyDelayAfter: v.name })), //!"),
    tells: [FIRST(/Type 'Expr<string>' is not assignable to type 'number \| .*Expr<number \| null>/)],
  },
  {
    what: "a misspelt argument in a block with a condition",
    code: job("blockIf(v.on, () =>\n ({ notifyDelay: v.delay })), //!"),
    tells: [FIRST(/'\{ notifyDelay: Expr<number>; \}' has no properties in common with type 'Struct<GlueJobNotif/)],
  },
  {
    what: "a value of a wrong type in blocks of blocks",
    code: `resource(scope, S3BucketLifecycleConfiguration, "this", { bucket: "b",\n rule: blocks(v.names, (id) => ({ id, status: "Enabled", expiration: blockList(\n { days: v.name }) })), //!\n});`,
    tells: [FIRST(/Type 'Expr<string>' is not assignable to type 'number \| .*Expr<number \| null>/)],
  },
  {
    what: "a loop over a text",
    code: `each(\n v.name, //!\n (x) => x);`,
    tells: [/Argument of type 'Expr<string>' is not assignable to parameter of type 'Walkable'/],
  },
  {
    what: "an entry of a map that is no pair",
    code: `toMap(v.names,\n (name) => name); //!`,
    tells: [/Type 'Expr<string>' is not assignable to type 'readonly \[key: StringLike, value: .*\]'/],
  },
];

const HEAD = `import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { blockIf, blockList, blocks, bool, defineModule, each, list, map, moduleCall, number, oneOf, optional, optionalBlock, output, resource, string, toMap, when } from "tfwright";
const other = defineModule({
  name: "other", title: "O", description: "O.", variables: { name: string() },
  build: (_scope, v) => ({ arn: output(v.name) }),
});
export const module = defineModule({
  name: "sample", title: "S", description: "S.",
  variables: { name: string(), delay: number(), on: bool(), names: list(string()), tags: map(string()), limit: optional(number()) },
  build(scope, v) {
    resource(scope, SqsQueue, "right", { name: v.name });
    when(v.on, v.delay, 0);
`;
const body = MISTAKES.map(({ code }, index) => `const mistake${index} = () => {\n${code}\n};\nvoid mistake${index};\n`);
const source = `${HEAD}${body.join("")}return {};\n  },\n});\nvoid [GlueCrawler, GlueJob, S3BucketLifecycleConfiguration, blockIf, blockList, blocks, optional, optionalBlock, each, list, map, moduleCall, oneOf, other, toMap];\n`;
const named = source.split("\n").flatMap((line, index) => (line.endsWith("//!") ? [index + 1] : []));

const project = new Project({
  "mistakes.ts": source,
  "tsconfig.json": compiledTsconfig(["mistakes.ts"], { noUnusedLocals: false, noUnusedParameters: false }),
});

describeCompilers((compile) => {
  let told: ReadonlyMap<number, string>;
  beforeAll(() => {
    told = errorsByLine(compile(project.folder), "mistakes.ts");
  });

  test("every mistake is told where it stands, and nothing else is", () => {
    expect([...told.keys()]).toEqual(named);
  });

  test.each(MISTAKES.map((mistake, index) => ({ ...mistake, index })))("names $what", ({ index, tells }) => {
    const text = told.get(named[index] as number);
    for (const cause of tells) expect(text).toMatch(cause);
  });
});
