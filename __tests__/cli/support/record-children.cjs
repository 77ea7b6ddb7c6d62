/**
 * Loaded before the command by its test: writes the id of each process that it starts to the file RECORD, and sends the
 * signal SIGNAL, where there is one, to the command or, by TO, to all processes of its group, as a terminal does.
 */
const { appendFileSync } = require("node:fs");
const { subscribe } = require("node:diagnostics_channel");

const { RECORD, SIGNAL, TO } = process.env;

subscribe("child_process", ({ process: child }) => {
  // It is told of before it runs.
  process.nextTick(() => {
    appendFileSync(RECORD, `${child.pid}\n`);
    if (SIGNAL !== undefined) process.kill(TO === "group" ? 0 : process.pid, SIGNAL);
  });
});
