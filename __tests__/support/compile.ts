/** TypeScript's compiler, in this process: most of what a run of `tsc` does is to read the declarations of packages, which is done once here. */
import { join, resolve } from "node:path";
import ts from "typescript";

/** Declarations by their path and by how they were read. Programs share them, as they do in an editor. */
const declarations = new Map<string, ts.SourceFile | undefined>();

/**
 * What `tsc` prints without colours, and the files that it writes. Without names of files in `args` it is the project of the
 * folder's tsconfig.json.
 */
export function compile(folder: string, args: readonly string[] = []): string {
  const given = ts.parseCommandLine(args);
  const { options, fileNames, errors } = given.fileNames.length > 0 ? given : readConfig(folder, given.options);
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => folder;
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) => {
    if (!name.endsWith(".d.ts")) return read(name, version, ...rest);
    const { languageVersion, impliedNodeFormat } =
      typeof version === "object" ? version : { languageVersion: version, impliedNodeFormat: undefined };
    const key = `${name} ${languageVersion} ${impliedNodeFormat}`;
    const source = declarations.get(key) ?? read(name, version, ...rest);
    declarations.set(key, source);
    return source;
  };
  const paths = fileNames.map((name) => resolve(folder, name));
  const program = ts.createProgram(paths, options, host);
  const { diagnostics } = program.emit();
  const all = [...errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics];
  return ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(all), host);
}

function readConfig(folder: string, options: ts.CompilerOptions): ts.ParsedCommandLine {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    getCurrentDirectory: () => folder,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
    },
  };
  return ts.getParsedCommandLineOfConfigFile(join(folder, "tsconfig.json"), options, host) as ts.ParsedCommandLine;
}
