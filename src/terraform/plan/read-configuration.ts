/** The configuration in a plan. References of expressions are parsed on first use, because reviews need few of them. */
import { type Fields, isFields, isList, type Json } from "../../json/json-value";
import { once } from "../../text/memo";
import { joinAddress } from "../address";
import { field, fieldsOf, listField, objectField, optionalText, textField, within } from "./fields";
import type { Configuration, ConfiguredResource, Mode, ModuleCall, ProviderSetting, Provisioner } from "./plan";

/** The arguments of one block: references and constants by dotted path. */
interface Arguments {
  readonly references: ReadonlyMap<string, readonly string[]>;
  readonly constants: ReadonlyMap<string, Json>;
}

/** `configuration.root_module` and all that it calls. */
export function readConfiguration(plan: Fields): Configuration {
  return within("configuration.root_module", () => {
    const root = objectField(objectField(plan, "configuration"), "root_module");
    const { calls, resources } = new ConfiguredModules(root);
    return { calls, resources, outputs: outputsOf(root), sensitiveVariables: sensitiveIn(root) };
  });
}

/** `configuration.provider_config`, in the order of the names. */
export function readProviders(plan: Fields): readonly ProviderSetting[] {
  return within("configuration.provider_config", () => {
    const providers = objectField(objectField(plan, "configuration"), "provider_config");
    return Object.keys(providers)
      .sort()
      .map((key) => within(key, () => readProvider(key, fieldsOf(providers[key]))));
  });
}

function readProvider(key: string, of: Fields): ProviderSetting {
  const alias = optionalText(of, "alias");
  const name = optionalText(of, "name") ?? key;
  return {
    name: alias === undefined ? name : `${name}.${alias}`,
    fullName: optionalText(of, "full_name") ?? name,
    version: optionalText(of, "version_constraint"),
    constants: readArguments(objectField(of, "expressions")).constants,
  };
}

/** The calls and the resources of a module and of all that it calls. */
class ConfiguredModules {
  readonly calls: ModuleCall[] = [];
  readonly resources: ConfiguredResource[] = [];

  constructor(root: Fields) {
    this.#add(root, "");
  }

  #add(module: Fields, address: string): void {
    listField(module, "resources", (item) => void this.resources.push(readResource(fieldsOf(item), address)));
    const children = objectField(module, "module_calls");
    for (const name of Object.keys(children)) {
      within(`module_calls.${name}`, () => {
        const call = fieldsOf(children[name]);
        const inner = joinAddress(address, `module.${name}`);
        const called = objectField(call, "module");
        this.calls.push(readCall(call, inner, called));
        within("module", () => this.#add(called, inner));
      });
    }
  }
}

function readCall(call: Fields, address: string, module: Fields): ModuleCall {
  const inputs = once(() => readArguments(objectField(call, "expressions")));
  const outputs = once(() => outputsOf(module));
  return {
    address,
    source: optionalText(call, "source") ?? "",
    version: optionalText(call, "version_constraint"),
    get references() {
      return inputs().references;
    },
    get constants() {
      return inputs().constants;
    },
    repeats: repeatsOf(call),
    dependsOn: textsIn(call, "depends_on"),
    get outputs() {
      return outputs();
    },
  };
}

function readResource(of: Fields, module: string): ConfiguredResource {
  const all = once(() => readArguments(objectField(of, "expressions")));
  const provisioners = provisionersOf(of);
  return {
    address: joinAddress(module, textField(of, "address")),
    module,
    mode: (optionalText(of, "mode") ?? "managed") as Mode,
    type: textField(of, "type"),
    provider: optionalText(of, "provider_config_key"),
    get references() {
      return all().references;
    },
    get constants() {
      return all().constants;
    },
    repeats: repeatsOf(of),
    dependsOn: textsIn(of, "depends_on"),
    ...(provisioners.length > 0 && { provisioners }),
  };
}

function provisionersOf(of: Fields): readonly Provisioner[] {
  const found: Provisioner[] = [];
  listField(of, "provisioners", (item) => {
    const provisioner = fieldsOf(item);
    const { constants } = readArguments(objectField(provisioner, "expressions"));
    found.push({ type: optionalText(provisioner, "type") ?? "provisioner", constants });
  });
  return found;
}

function repeatsOf(of: Fields): readonly string[] {
  return ["count_expression", "for_each_expression"].flatMap((name) => referencesOf(field(of, name)) ?? []);
}

function outputsOf(module: Fields): ReadonlyMap<string, readonly string[]> {
  const outputs = objectField(module, "outputs");
  return new Map(Object.keys(outputs).map((name) => [name, referencesOf(fieldsOf(outputs[name]).expression) ?? []]));
}

function sensitiveIn(root: Fields): readonly string[] {
  const variables = objectField(root, "variables");
  return Object.keys(variables).filter((name) => field(fieldsOf(variables[name]), "sensitive") === true);
}

function referencesOf(expression: Json | undefined): readonly string[] | undefined {
  return isFields(expression) && isList(expression.references) ? textsIn(expression, "references") : undefined;
}

function textsIn(of: Fields, name: string): readonly string[] {
  const list = field(of, name);
  return isList(list) ? list.filter((item): item is string => typeof item === "string") : [];
}

/** Arguments, and those of the blocks among them: `statement.0.resources`. */
function readArguments(expressions: Fields): Arguments {
  const references = new Map<string, readonly string[]>();
  const constants = new Map<string, Json>();
  const add = (path: string, value: Json | undefined): void => {
    if (isList(value)) value.forEach((item, index) => void add(`${path}.${index}`, item));
    if (!isFields(value)) return;
    const names = referencesOf(value);
    if (names !== undefined) references.set(path, names);
    else if (Object.hasOwn(value, "constant_value") && Object.keys(value).length === 1) {
      constants.set(path, value.constant_value ?? null);
    } else for (const key of Object.keys(value)) add(path === "" ? key : `${path}.${key}`, value[key]);
  };
  for (const key of Object.keys(expressions)) add(key, expressions[key]);
  return { references, constants };
}
