/** The rules are loaded when something has to be judged: a plan in which nothing changes needs none of them. */

/** All rules, and what runs them. */
export function loadRules(): typeof import("./run-rules") {
  return require("./run-rules") as typeof import("./run-rules");
}
