/** How messages name what the caller can give: an option of the library, or a flag of the command. */

/** The words for one kind of caller. */
export interface RequestWording {
  /** An account or a Region: `{ account: "111111111111" }`. */
  location(field: "account" | "region", text: string): string;
  /** Actions on a resource, in place of an intent. */
  actions(action: string, resource: string): string;
}

/** The words for callers of `compilePolicy`. */
export const libraryWording: RequestWording = {
  location: (field, text) => `\`{ ${field}: ${JSON.stringify(text)} }\``,
  actions: (action, resource) =>
    `\`{ actions: [${JSON.stringify(action)}], resources: [${JSON.stringify(resource)}] }\``,
};

/** The words for users of `tfwright grant`. */
export const commandWording: RequestWording = {
  location: (field, text) => `--${field} ${text === "*" ? "'*'" : text}`,
  actions: (action, resource) => `--action ${action} --resource ${resource}`,
};
