/** The shell parts of the pipelines, run by bash: `npm`, `gh` and `curl` are stubs that write down what they are asked, git and jq are real. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
const markerOf = (key: string) =>
  `<!-- tfwright review ${createHash("sha256").update(key).digest("hex").slice(0, 16)} -->`;

/** The literal blocks of a file, by the name of their step or in their order. */
function scriptsOf(path: string): readonly string[] {
  const lines = readFileSync(join(ROOT, path), "utf8").split("\n");
  return lines.flatMap((line, start) => {
    if (!/(?:run:|-) \|$/.test(line)) return [];
    const indent = line.search(/\S/);
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((one) => one.trim() !== "" && one.search(/\S/) <= indent);
    const block = end < 0 ? rest : rest.slice(0, end);
    const depth = (block[0] ?? "").search(/\S/);
    return [`${block.map((one) => one.slice(depth)).join("\n")}\n`];
  });
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A workspace with stubs beside it. */
class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), "tfwright-workflow-"));
  readonly work = join(this.folder, "work");
  private readonly bin = join(this.folder, "bin");

  constructor() {
    folders.push(this.folder);
    for (const path of [this.work, this.bin, join(this.folder, "temp")]) mkdirSync(path);
    this.stub("npm", NPM);
  }

  stub(name: string, script: string): void {
    writeFileSync(join(this.bin, name), `#!/usr/bin/env bash\nset -eu\n${script}`, { mode: 0o755 });
  }

  write(path: string, text: string): void {
    mkdirSync(resolve(this.work, path, ".."), { recursive: true });
    writeFileSync(join(this.work, path), text);
  }

  read(path: string): string {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  run(script: string, env: Readonly<Record<string, string>> = {}) {
    const { status, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd: this.work,
      encoding: "utf8",
      env: {
        PATH: `${this.bin}:${process.env.PATH ?? ""}`,
        HOME: this.folder,
        BENCH: this.folder,
        TMPDIR: join(this.folder, "temp"),
        RUNNER_TEMP: this.folder,
        GITHUB_STEP_SUMMARY: join(this.folder, "summary"),
        GITHUB_OUTPUT: join(this.folder, "output"),
        ...env,
      },
    });
    return { status, stderr };
  }

  git(...args: readonly string[]): string {
    const ran = spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], {
      cwd: this.work,
      encoding: "utf8",
    });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stdout.trim();
  }
}

/** Installs a tfwright that writes down its arguments and folder, and prints a review. */
const NPM = `
echo "$PWD: $(ls -A | wc -l) files: $*" >> "$BENCH/npm"
mkdir -p node_modules/.bin
cat > node_modules/.bin/tfwright <<'END'
#!/usr/bin/env bash
echo "$PWD: $*" >> "$BENCH/tfwright"
if [ "\${BROKEN:-}" = 1 ]; then exit 2; fi
printf 'the review\\n\\n<!-- tfwright review -->\\n'
exit "\${EXIT:-0}"
END
chmod +x node_modules/.bin/tfwright
`;

describe("action.yml", () => {
  const [review = "", comment = "", verdict = ""] = scriptsOf("action.yml");
  const inputs = { PLANS: " a.json\n\n b c.json ", FAIL_ON: "data-loss", BASE: ".base", ROOT: ".", VERSION: version };

  /** Lists comments as pages, through the real jq; writes down what is asked. */
  const GH = `
echo "$*" >> "$BENCH/gh"
last="\${@: -1}"
case "$*" in
  "api graphql"*) printf '{"data":{"viewer":{"login":"%s"}}}' "$LOGIN" | jq -r "$last" ;;
  *--method*) for one in "$@"; do case "$one" in body=@*) cp "\${one#body=@}" "$BENCH/body" ;; esac; done ;;
  *--paginate*) for page in "$BENCH"/page*; do jq -r "$last" "$page"; done ;;
esac
`;
  const target = { REPOSITORY: "o/r", NUMBER: "7", CODE: "0", KEY: "plan/prod", LOGIN: "github-actions[bot]" };
  const note = (id: number, login: string, body: string) => ({ id, user: { login, type: "User" }, body });

  function commented(pages: readonly (readonly object[])[], env: Readonly<Record<string, string>> = {}) {
    const bench = new Bench();
    bench.stub("gh", GH);
    pages.forEach((page, index) => {
      writeFileSync(join(bench.folder, `page${index}`), JSON.stringify(page));
    });
    writeFileSync(join(bench.folder, "tfwright-review.md"), "the review\n\n<!-- tfwright review -->\n");
    const ran = bench.run(comment, { ...target, ...env });
    return { ...ran, asked: bench.read("gh").trim().split("\n").at(-1) ?? "", body: bench.read("body") };
  }

  test("the version is this one", () => {
    expect(readFileSync(join(ROOT, "action.yml"), "utf8")).toContain(`default: "${version}"`);
  });

  test("what reviews is installed in an empty folder, whatever the pull request has", () => {
    const bench = new Bench();
    bench.write("node_modules/.bin/tfwright", "#!/bin/sh\necho fooled\n");
    bench.write(".npmrc", "registry=https://evil.example/\n");
    expect(bench.run(review, inputs)).toEqual({ status: 0, stderr: "" });
    expect(bench.read("npm")).toMatch(
      new RegExp(`^${bench.folder}/temp/[^/]+: 0 files: install .*--ignore-scripts.* tfwright@${version}\n$`),
    );
    expect(bench.read("tfwright")).toBe(
      `${bench.work}: review --format markdown --fail-on data-loss --root . --base .base -- a.json b c.json\n`,
    );
    expect(bench.read("summary")).toContain("the review\n");
    expect(bench.read("output")).toBe("code=0\n");
  });

  test("without the package there is no review, and no success", () => {
    const bench = new Bench();
    bench.stub("npm", "exit 1\n");
    expect(bench.run(review, inputs).status).not.toBe(0);
    expect(bench.run(verdict, { CODE: "" }).status).toBe(1);
    expect(bench.run(verdict, { CODE: "1" }).status).toBe(1);
    expect(bench.run(verdict, { CODE: "0" }).status).toBe(0);
  });

  test.each(["github-actions[bot]", "a-person"])(
    "its own comment is found, also as %s and on a later page",
    (login) => {
      const others = Array.from({ length: 100 }, (_, id) => note(id, "somebody", `x\n${markerOf("plan/prod")}`));
      const pages = [
        others,
        [note(200, login, `other job\n${markerOf("plan/dev")}`), note(201, login, `old\n${markerOf("plan/prod")}\n`)],
      ];
      const { status, asked, body } = commented(pages, { LOGIN: login });
      expect(status).toBe(0);
      expect(asked).toContain("--method PATCH repos/o/r/issues/comments/201 ");
      expect(body).toBe(`the review\n\n<!-- tfwright review -->\n${markerOf("plan/prod")}\n`);
    },
  );

  test("the first comment, many of its own, and a review that failed", () => {
    expect(commented([[note(1, "somebody", markerOf("plan/prod"))]]).asked).toContain("--method POST");
    const many = Array.from({ length: 20_000 }, (_, id) => note(id + 1, "github-actions[bot]", markerOf("plan/prod")));
    const found = commented([many]);
    expect(found.status).toBe(0);
    expect(found.asked).toContain("comments/1 ");
  });

  test("a plan that cannot be read is said", () => {
    const bench = new Bench();
    bench.stub("gh", GH);
    writeFileSync(join(bench.folder, "page0"), "[]");
    expect(bench.run(comment, { ...target, CODE: "2" }).status).toBe(0);
    expect(bench.read("body")).toMatch(/could not read the plan \(exit code 2\)[\s\S]*-->\n$/);
  });

  test("who it is cannot be told: no comment, and no success", () => {
    const bench = new Bench();
    bench.stub("gh", 'echo "$*" >> "$BENCH/gh"\nexit 1\n');
    expect(bench.run(comment, target).status).not.toBe(0);
    expect(bench.read("gh")).not.toContain("--method");
  });
});

describe("docs/workflows/gitlab.yml", () => {
  const [script = ""] = scriptsOf("docs/workflows/gitlab.yml");
  const CURL = `
echo "$*" >> "$BENCH/curl"
url="\${@: -1}"
for one in "$@"; do case "$one" in body=*) cp "\${one#body=<}" "$BENCH/body" ;; esac; done
case "$url" in
  */user) echo '{"id":5}' ;;
esac
while [ "$#" -gt 0 ]; do
  if [ "$1" = --dump-header ]; then
    case "$url" in
      *"&page=1") cat "$BENCH/page1"; printf 'HTTP/2 200\\r\\nx-next-page: 2\\r\\nx-page: 1\\r\\n\\r\\n' > "$2" ;;
      *) cat "$BENCH/page2"; printf 'HTTP/2 200\\r\\nx-next-page: \\r\\nx-page: 2\\r\\n\\r\\n' > "$2" ;;
    esac
  fi
  shift
done
`;
  const note = (id: number, author: number, body: string) => ({ id, author: { id: author }, body });

  function prepare() {
    const bench = new Bench();
    bench.stub("curl", CURL);
    bench.write("plan.json", "{}");
    bench.git("init", "--quiet");
    bench.git("add", ".");
    bench.git("commit", "--quiet", "-m", "base");
    const env = {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: bench.git("rev-parse", "HEAD"),
      CI_API_V4_URL: "https://x/api/v4",
      CI_PROJECT_ID: "1",
      CI_MERGE_REQUEST_IID: "2",
      CI_JOB_NAME: "review",
      FAIL_ON: "data-loss",
      REVIEW_TOKEN: "t",
      TFWRIGHT_VERSION: version,
    };
    const pages = (first: readonly object[], second: readonly object[]) => {
      writeFileSync(join(bench.folder, "page1"), JSON.stringify(first));
      writeFileSync(join(bench.folder, "page2"), JSON.stringify(second));
    };
    pages([], []);
    return { bench, env, pages };
  }

  test("the version is this one", () => {
    const text = readFileSync(join(ROOT, "docs", "workflows", "gitlab.yml"), "utf8");
    expect(text).toContain(`TFWRIGHT_VERSION: "${version}"`);
  });

  test("a second run on a runner that keeps its folder", () => {
    const { bench, env } = prepare();
    expect(bench.run(script, env).status).toBe(0);
    bench.git("clean", "-ffdx");
    expect(existsSync(join(bench.work, ".base"))).toBe(false);
    const again = bench.run(script, env);
    expect(again.status).toBe(0);
    expect(bench.run(script, env).status).toBe(0);
    expect(existsSync(join(bench.work, ".base", "plan.json"))).toBe(true);
  });

  test("what reviews is installed in an empty folder, with its version", () => {
    const { bench, env } = prepare();
    bench.write("node_modules/.bin/tfwright", "#!/bin/sh\necho fooled\n");
    bench.write(".npmrc", "registry=https://evil.example/\n");
    expect(bench.run(script, env).status).toBe(0);
    expect(bench.read("npm")).toMatch(new RegExp(`^${bench.folder}/temp/[^/]+: 0 files: .* tfwright@${version}\n$`));
    expect(bench.read("tfwright")).toContain(`${bench.work}: review plan.json --format markdown --base .base`);
  });

  test("its own note is found on the second page; another job's is not", () => {
    const { bench, env, pages } = prepare();
    const full = Array.from({ length: 100 }, (_, id) => note(id + 1, 9, markerOf("review")));
    pages(full, [note(201, 5, markerOf("other")), note(202, 5, `old\n${markerOf("review")}\n`)]);
    expect(bench.run(script, env).status).toBe(0);
    expect(bench.read("curl").trim().split("\n").at(-1)).toMatch(/--request PUT .*\/notes\/202$/);
    expect(bench.read("body")).toBe(`the review\n\n<!-- tfwright review -->\n${markerOf("review")}\n`);
  });

  test("the first note; the exit code is that of the review", () => {
    const { bench, env } = prepare();
    expect(bench.run(script, { ...env, EXIT: "1" }).status).toBe(1);
    expect(bench.read("curl").trim().split("\n").at(-1)).toMatch(/--request POST .*\/notes$/);
    expect(bench.run(script, { ...env, BROKEN: "1" }).status).toBe(2);
    expect(bench.read("body")).toMatch(/could not read the plan \(exit code 2\)/);
  });
});
