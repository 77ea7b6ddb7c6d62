/** Who calls the compiler in code reads options of code, and who runs the command reads flags. */
import { TfwrightError } from "../../../src/errors";
import { compilePolicy, type Request } from "../../../src/iam/compile";
import { compileWorded } from "../../../src/iam/compile/compile-policy";
import { commandWording } from "../../../src/iam/compile/wording";

const HERE = { account: "111111111111", region: "eu-west-1" };

function hintsOf(compile: () => unknown): readonly string[] {
  try {
    compile();
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems.map(({ hint = "" }) => hint);
    throw error;
  }
  return [];
}

const WRONG: readonly (readonly [
  request: Request,
  where: object,
  library: readonly string[],
  command: readonly string[],
])[] = [
  [
    { read: "orders.items" },
    {},
    [
      'give `{ account: "111111111111" }`, or the whole ARN; `{ account: "*" }` grants it in every account',
      'give `{ region: "eu-west-1" }`, or the whole ARN; `{ region: "*" }` grants it in every region',
    ],
    [
      "give --account 111111111111, or the whole ARN; --account '*' grants it in every account",
      "give --region eu-west-1, or the whole ARN; --region '*' grants it in every region",
    ],
  ],
  [
    { write: "network:subnet-1+sg-1" },
    { account: "111111111111" },
    ['give `{ region: "eu-west-1" }`, or the whole ARN; `{ region: "*" }` grants it in every region'],
    ["give --region eu-west-1, or the whole ARN; --region '*' grants it in every region"],
  ],
  [
    { read: "arn:aws:glue:eu-west-1:111111111111:job/a" },
    HERE,
    ['name the actions: `{ actions: ["SERVICE:Action"], resources: ["ARN"] }`'],
    ["name the actions: --action SERVICE:Action --resource ARN"],
  ],
  [
    { read: "secret:arn:aws:glue:eu-west-1:111111111111:job/a" },
    HERE,
    ['name the actions: `{ actions: ["SERVICE:Action"], resources: ["ARN"] }`'],
    ["name the actions: --action SERVICE:Action --resource ARN"],
  ],
  [
    { delete: "key:k" },
    HERE,
    ['the action is kms:ScheduleKeyDeletion: `{ actions: ["kms:ScheduleKeyDeletion"], resources: ["ARN"] }`'],
    ["the action is kms:ScheduleKeyDeletion: --action kms:ScheduleKeyDeletion --resource ARN"],
  ],
];

test.each(WRONG)("%j in %j", (request, where, library, command) => {
  expect(hintsOf(() => compilePolicy([request], where))).toEqual(library);
  expect(hintsOf(() => compileWorded([request], { ...where, wording: commandWording }))).toEqual(command);
});

test("a request of nothing says what one looks like", () => {
  const [hint] = hintsOf(() => compilePolicy([{ reads: "orders.items" } as Request], HERE));
  expect(hint).toMatch(/^write \{ read: "s3:/);
});
