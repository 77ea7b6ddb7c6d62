/** A user's name and password, on the provider hashicorp/random. */
import { Id } from "@cdktf/provider-random/lib/id";
import { Password } from "@cdktf/provider-random/lib/password";
import {
  and,
  bool,
  defineModule,
  eq,
  fn,
  gte,
  lte,
  map,
  ne,
  number,
  object,
  optional,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";

export const databaseCredentials = defineModule({
  name: "database-credentials",
  title: "Database credentials",
  description: "Name and password of a database user, made anew when one of the `keepers` changes.",
  notes: [
    "The password is in the state in plain text, as everything of the provider random is: keep the state where only those may read it who may know the password.",
  ],
  examples: {
    basic: {
      description: "The password is made anew when `turn` changes: give it the `turn` of a rotation-clock.",
      inputs: { user: "orders", keepers: { turn: "2030-01-01T00:00:00Z" } },
    },
    mysql: {
      description: "A name of its own for each password, so that both users work while a rotation goes on.",
      inputs: { user: "orders", suffix: true, length: 41, special: "_-" },
    },
  },
  tests: {
    credentials: {
      variables: { user: "orders" },
      runs: [
        {
          name: "plain",
          assert: [
            { condition: "random_password.this.length == 32", message: "length" },
            { condition: "random_password.this.special", message: "special characters" },
            { condition: 'output.user == "orders"', message: "the name as it was given" },
            { condition: "length(random_id.suffix) == 0", message: "no suffix" },
          ],
        },
        {
          name: "no_special_characters",
          variables: { special: "", minimum: { special: 0 } },
          assert: [{ condition: "!random_password.this.special", message: "no special characters" }],
        },
        {
          name: "made",
          command: "apply",
          variables: { suffix: true },
          assert: [
            { condition: "length(output.password) == 32", message: "length" },
            { condition: 'can(regex("^orders_[0-9a-f]{8}$", output.user))', message: "suffix" },
          ],
        },
        { name: "long_enough", variables: { length: 11 }, expectFailures: ["var.length"] },
        {
          name: "room_for_the_minimum",
          variables: { length: 12, minimum: { upper: 6, lower: 6, numeric: 1 } },
          expectFailures: ["random_password.this"],
        },
        {
          name: "special_characters_to_take",
          variables: { special: "", minimum: { special: 1 } },
          expectFailures: ["random_password.this"],
        },
        { name: "a_name_for_all_engines", variables: { user: "Orders!" }, expectFailures: ["var.user"] },
      ],
    },
  },
  providers: { random: { source: "hashicorp/random", version: ">= 3.5" } },
  variables: {
    user: string({
      description: "Name of the user. With a suffix it has at most 32 characters, which is what MySQL takes.",
      validate: [
        {
          condition: (user) => fn.can(fn.regex("^[a-z][a-z0-9_]{0,22}$", user)),
          message: "user must have 1 to 23 lower case letters, digits and underscores, the first a letter.",
        },
      ],
    }),
    suffix: bool({
      description: "Whether the name ends in eight hexadecimal digits that change with the password.",
      default: false,
    }),
    length: number({
      description: "Characters of the password.",
      default: 32,
      validate: [
        {
          condition: (length) => and(gte(length, 12), lte(length, 128)),
          message: "length must be from 12 to 128.",
        },
      ],
    }),
    special: string({
      description:
        "Special characters that the password may have. The default works in URLs and shells; empty for none.",
      default: "-_.~",
    }),
    minimum: object(
      {
        lower: optional(number({ description: "Lower case letters" }), 1),
        upper: optional(number({ description: "Upper case letters" }), 1),
        numeric: optional(number({ description: "Digits" }), 1),
        special: optional(number({ description: "Special characters" }), 0),
      },
      { description: "How many characters of each kind the password has at least.", default: {} },
    ),
    keepers: map(string(), {
      description: "Values by your name. The password is made anew when one of them changes.",
      default: {},
    }),
  },
  build(scope, v) {
    const { lower, upper, numeric, special } = v.minimum;
    const password = resource(
      scope,
      Password,
      "this",
      {
        length: v.length,
        special: ne(v.special, ""),
        overrideSpecial: v.special,
        minLower: lower,
        minUpper: upper,
        minNumeric: numeric,
        minSpecial: special,
        keepers: v.keepers,
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: lte(fn.sum([lower, upper, numeric, special]), v.length),
              message: "The parts of minimum add up to more than length.",
            },
            {
              condition: or(ne(v.special, ""), eq(special, 0)),
              message: "minimum.special asks for special characters, and special has none.",
            },
          ],
        },
      },
    );
    const suffix = resource(
      scope,
      Id,
      "suffix",
      { byteLength: 4, keepers: v.keepers },
      { count: when(v.suffix, 1, 0) },
    );
    return {
      user: output(
        fn.join(
          "_",
          fn.concat(
            [v.user],
            suffix.all((one) => one.hex),
          ),
        ),
        {
          description: "Name of the user.",
        },
      ),
      password: output(password.result, { description: "Password of the user.", sensitive: true }),
      bcrypt_hash: output(password.bcryptHash, {
        description: "The password as a hash, for a server that stores no more.",
        sensitive: true,
      }),
    };
  },
});
