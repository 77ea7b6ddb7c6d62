/** The schema of the context of each template. `docs/templates.md` says the same in prose; a test holds the two together. */
import { bool, hcl, listOf, markdown, object, optionalHcl, optionalText, plain, text, type ValueOf } from "./schema";

const rule = (doc: string) =>
  listOf(
    doc,
    object("One rule.", {
      condition: hcl("Expression that must hold."),
      error_message: hcl("Expression of the message, a quoted string as a rule."),
    }),
  );

const variable = object("One variable.", {
  name: plain("Its name."),
  description: optionalText("What it is for."),
  type: hcl("Its type constraint; of several lines where it holds an object."),
  default: optionalHcl("Its default; absent where the caller must give a value."),
  required: bool("Whether the caller must give a value."),
  sensitive: bool("Whether Terraform hides its value."),
  ephemeral: bool("Whether its value stays out of plan and state."),
  arguments: object("The arguments of its block as HCL, for `attributes`; absent where they say nothing.", {
    description: optionalHcl("Quoted, or a heredoc where it has several lines and ends in a newline."),
    type: optionalHcl("The type constraint."),
    default: optionalHcl("The default."),
    nullable: optionalHcl("`true` or `false` where the definition settles it."),
    sensitive: optionalHcl("`true` where it is."),
    ephemeral: optionalHcl("`true` where it is."),
  }),
  validations: rule("Its `validation` blocks."),
});

const output = object("One output.", {
  name: plain("Its name."),
  description: optionalText("What it tells."),
  value: hcl("Expression of its value."),
  sensitive: bool("Whether Terraform hides its value."),
  ephemeral: bool("Whether its value stays out of plan and state."),
  arguments: object("The arguments of its block as HCL, for `attributes`; absent where they say nothing.", {
    description: optionalHcl("Quoted, or a heredoc where it has several lines and ends in a newline."),
    value: optionalHcl("Expression of the value."),
    sensitive: optionalHcl("`true` where it is."),
    ephemeral: optionalHcl("`true` where it is."),
    depends_on: optionalHcl("List of addresses."),
  }),
  preconditions: rule("Its `precondition` blocks."),
});

const provider = object("One provider.", {
  name: plain("Its local name: `aws`."),
  source: text("Where it comes from: `hashicorp/aws`."),
  version: optionalText("Its version constraint."),
  arguments: object("The arguments of its entry as HCL, for `attributes`; absent where they say nothing.", {
    source: optionalHcl("Where it comes from, quoted."),
    version: optionalHcl("Its version constraint, quoted."),
    configuration_aliases: optionalHcl("List of the configurations that the caller hands in."),
  }),
});

const difference = object("A default that is not the provider's own.", {
  input: text("Name of the variable."),
  theirs: text("The provider's default."),
  ours: text("The default here."),
  undo: text("What to write to get theirs."),
});

/** Fields that tell what a module is; they are the same in a module's own templates and in the package's. */
const identity = {
  name: plain("Name of the module and of its folder: `glue-job`."),
  title: text("What it is, in a few words, in one line."),
  description: text("What it does, as Markdown."),
  summary: text("First sentence of the description, in one line."),
  call: plain("Local name of the module call in `usage`."),
  usage: hcl("A `module` block that calls the module from another repository."),
};

const moduleFields = {
  header: plain("The line that says what the file was generated from."),
  ...identity,
  adopt: bool("Whether there is an example `adopt`, which takes over a hand-written resource."),
  creates: listOf("What it creates: one Markdown text each.", text("One thing.")),
  tree: optionalText(
    "The modules that it calls and what they create, drawn as a tree; absent where it calls none of ours.",
  ),
  iam: listOf("Which permissions who needs: one Markdown text each.", text("One paragraph.")),
  notes: listOf("What else there is to know: one Markdown text each.", text("One paragraph.")),
  upgrading: listOf(
    "What a newer version changes for those who call the module already: one Markdown text each.",
    text("One change."),
  ),
  differences: listOf("Defaults that are not the provider's own.", difference),
  data_sources: bool("Whether it reads data sources."),
  terraform: text("Version constraint for Terraform; where `versions.tofu` is printed, that for OpenTofu."),
  opentofu: optionalText("Version constraint for OpenTofu, where each will not do."),
  terraform_only: bool("Whether the module refuses OpenTofu."),
  providers: listOf("The providers that it uses, by name.", provider),
  variables: listOf("Its variables in the order of the definition.", variable),
  outputs: listOf("Its outputs in the order of the definition.", output),
};

const moduleSchema = object("A module.", moduleFields);

const readmeSchema = object("A module and what terraform-docs says of its files.", {
  ...moduleFields,
  docs: markdown("The part that terraform-docs writes, with both of its markers."),
});

const exampleSchema = object("An example: a root module that calls the module.", {
  header: plain("The line that says what the file was generated from."),
  name: plain("Name of the example and of its folder: `basic`."),
  module: plain("Name of the module."),
  description: text("What it shows, in a sentence."),
  call: plain("Local name of the module call."),
  declares: optionalHcl("Blocks that the inputs refer to; absent where there are none."),
  moved: listOf(
    "Resources of the caller that move into the module.",
    object("One `moved` block.", {
      from: hcl("Address in the caller's state."),
      to: hcl("Address in the module, from the caller's root."),
    }),
  ),
  aliases: listOf(
    "Further provider configurations that the module wants handed in.",
    object("One configuration.", { provider: plain("Local name of the provider."), alias: plain("Its alias.") }),
  ),
  providers: optionalHcl("The `providers` argument of the call; absent where they are inherited."),
  inputs: hcl("The inputs of the call as lines of HCL; empty where it has none."),
});

const packageSchema = object("The generated package.", {
  header: plain("The line that says what the file was generated from."),
  modules: listOf("Its modules, by name.", object("One module.", identity)),
  usage: optionalHcl("A call of one of the modules, to copy; absent where there are none."),
});

/** The templates, by file name without `.hbs`, and what each is given. */
export const TEMPLATES = {
  "README.md": readmeSchema,
  "variables.tf": moduleSchema,
  "outputs.tf": moduleSchema,
  "versions.tf": moduleSchema,
  "example.tf": exampleSchema,
  "package.md": packageSchema,
} as const;

export type TemplateName = keyof typeof TEMPLATES;

/** The context of a template, derived from its schema. */
export type ContextOf<T extends TemplateName> = ValueOf<(typeof TEMPLATES)[T]>;

export type ModuleContext = ContextOf<"variables.tf">;
export type ExampleContext = ContextOf<"example.tf">;
export type PackageContext = ContextOf<"package.md">;
