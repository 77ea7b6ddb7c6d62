/** `tfwright generate --locale`. */
import { Project, projectFiles, queueModule } from "./support/project";

const README = "generated/modules/queue/README.md";

test("the option and the config choose the language, and the option wins", () => {
  const project = new Project(projectFiles(["queue"], 'locale: "ja"'));
  expect(project.run(["generate"])).toMatchObject({ code: 0, stderr: "" });
  expect(project.read(README)).toContain("## 使い方");
  expect(project.read("generated/README.md")).toContain("# Terraform モジュール");
  expect(project.run(["generate", "--check"])).toMatchObject({ code: 0, stderr: expect.any(String) });
  const checked = project.run(["generate", "--check", "--locale", "en"]);
  expect(checked).toMatchObject({ code: 1, stdout: expect.stringContaining("+## Usage") });
  expect(checked.stdout).toContain("-## 使い方");
  expect(project.run(["generate", "--locale", "en"]).code).toBe(0);
  const english = new Project(projectFiles(["queue"]));
  expect(english.run(["generate"]).code).toBe(0);
  expect(project.hashes("generated")).toEqual(english.hashes("generated"));
  expect(english.run(["generate", "--locale", "ja"])).toMatchObject({ code: 0 });
  expect(english.read(README)).toContain("## 使い方");
});

test.each(["fr", "JA", "", "jp", "constructor"])("an unknown language is refused with the known ones: %j", (locale) => {
  const project = new Project(projectFiles(["queue"]));
  expect(project.run(["generate", "--locale", locale])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/error: --locale: there is no locale ".*"\n {2}write --locale en or --locale ja\n/),
  });
  expect(project.paths().filter((path) => path.startsWith("generated"))).toEqual([]);
});

test("an unknown language in the config is refused", () => {
  const project = new Project(projectFiles(["queue"], 'locale: "fr" as "ja"'));
  expect(project.run(["generate"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('tfwright.config.ts: locale: `locale` must be en or ja, but is "fr"'),
  });
});

test("`list` shows titles in the language of the config", () => {
  const files = {
    ...projectFiles(["queue"], 'locale: "ja"'),
    "queue.ts": queueModule("queue").replace('title: "SQS queue"', 'title: { en: "SQS queue", ja: "SQS キュー" }'),
  };
  expect(new Project(files).run(["list"])).toMatchObject({ code: 0, stdout: expect.stringContaining("SQS キュー") });
});

test("a title without English is refused", () => {
  const text = queueModule("queue").replace('title: "SQS queue"', 'title: { ja: "キュー" } as never');
  const project = new Project({ ...projectFiles(["queue"]), "queue.ts": text });
  expect(project.run(["generate"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("`title` must be a text"),
  });
});
