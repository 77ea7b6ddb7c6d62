/** Classes of elements that `resource` takes. */
import { Construct } from "constructs";
import { resource } from "tfwright";
import { defineOne, mainOf } from "../one-module";

/** As a second installation of cdktf has them. */
class TerraformElement extends Construct {}
class TerraformResource extends TerraformElement {}
class Bucket extends TerraformResource {
  static readonly tfResourceType = "aws_s3_bucket";
}

test("a class of another copy of cdktf is refused, with what to do", () => {
  const module = defineOne({
    build(scope) {
      resource(scope, Bucket as never, "this", {});
      return {};
    },
  });
  expect(() => mainOf(module)).toThrow(
    /this: `Bucket` comes from another copy of cdktf than the one that tfwright uses\s+have .*npm dedupe/s,
  );
});
