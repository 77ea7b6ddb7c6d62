/** `child_process` for the project `unit`: a test that starts a process belongs to the project `commands`. */
function refuse(): never {
  throw new Error("a unit test starts a process: import node:child_process in its file, and it is one of the commands");
}

export const exec = refuse;
export const execFile = refuse;
export const execFileSync = refuse;
export const execSync = refuse;
export const fork = refuse;
export const spawn = refuse;
export const spawnSync = refuse;
