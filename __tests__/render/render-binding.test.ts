/** What an editor shows of a published binding's inputs. */
import { fn, number, oneOf, output, string } from "tfwright";
import { renderBinding } from "../../src/render";
import { defineOne } from "../generate/one-module";

test("an input tells its description, its rules and its default; a closed set stands in its type", () => {
  const module = defineOne({
    variables: {
      name: string({
        description: "Name of the queue.",
        validate: [{ condition: (name) => fn.can(fn.regex("^q", name)), message: "name starts with q. */" }],
      }),
      size: number({ default: 1 }),
      mode: oneOf(["fast", "slow"], { description: "How it works.", default: "fast" }),
    },
    build: (_scope, v) => ({ all: output([v.name, v.size, v.mode]) }),
  });
  const text = renderBinding(module.generate(), "cdktf");
  expect(text).toContain(`  /**
   * Name of the queue.
   * name starts with q. *\\/
   */
  readonly name: string;`);
  expect(text).toContain("  /** @default 1 */\n  readonly size?:");
  expect(text).toContain(`  /**
   * How it works.
   * @default "fast"
   */
  readonly mode?: "fast" | "slow"`);
});
