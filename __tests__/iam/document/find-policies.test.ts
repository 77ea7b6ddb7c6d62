/** Policies in what holds them: answers of the AWS CLI, lists, encoded text. */
import { readPolicyText, readPolicyValue } from "../../../src/iam/document/read-policy";
import { documentOf } from "../policies";

const ALLOW = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

describe("policies in what holds them", () => {
  const policy = { Version: "2012-10-17", Statement: [ALLOW] };
  const text = JSON.stringify(policy);
  const url = encodeURIComponent(text);
  const cases: readonly (readonly [what: string, value: unknown, found: readonly string[]])[] = [
    ["create-policy's input", { PolicyName: "x", PolicyDocument: policy }, ["/PolicyDocument identity"]],
    [
      "get-policy-version",
      { PolicyVersion: { Document: policy, VersionId: "v1" } },
      ["/PolicyVersion/Document identity"],
    ],
    ["get-role-policy", { RoleName: "r", PolicyName: "p", PolicyDocument: policy }, ["/PolicyDocument identity"]],
    ["get-role", { Role: { Path: "/", AssumeRolePolicyDocument: policy } }, ["/Role/AssumeRolePolicyDocument trust"]],
    ["get-role, raw", { Role: { AssumeRolePolicyDocument: url } }, ["/Role/AssumeRolePolicyDocument trust"]],
    ["get-bucket-policy", { Policy: text }, ["/Policy identity"]],
    ["glue get-resource-policy", { PolicyInJson: text, PolicyHash: "x" }, ["/PolicyInJson resource"]],
    [
      "organizations describe-policy",
      { Policy: { PolicySummary: { Name: "x", Type: "SERVICE_CONTROL_POLICY" }, Content: text } },
      ["/Policy/Content scp"],
    ],
    [
      "a resource control policy, and one in another language",
      [
        { PolicySummary: { Type: "RESOURCE_CONTROL_POLICY" }, Content: text },
        { PolicySummary: { Type: "TAG_POLICY" }, Content: '{"tags":{"costcenter":{}}}' },
      ],
      ["/0/Content rcp"],
    ],
    ["a string", text, [" identity"]],
    ["a string in URL encoding", url, [" identity"]],
    ["a list", [policy, { PolicyDocument: policy }], ["/0 identity", "/1/PolicyDocument identity"]],
    ["a list of texts", [text, url], ["/0 identity", "/1 identity"]],
    [
      "get-account-authorization-details",
      {
        RoleDetailList: [{ AssumeRolePolicyDocument: policy, RolePolicyList: [{ PolicyDocument: policy }] }],
        Policies: [{ PolicyVersionList: [{ Document: policy }] }],
      },
      [
        "/RoleDetailList/0/AssumeRolePolicyDocument trust",
        "/RoleDetailList/0/RolePolicyList/0/PolicyDocument identity",
        "/Policies/0/PolicyVersionList/0/Document identity",
      ],
    ],
    ["only a version", { Version: "2012-10-17" }, [" identity"]],
    ["statement in another case", { statement: [ALLOW] }, [" identity"]],
  ];

  test.each(cases)("%s", (_, value, found) => {
    for (const reading of [readPolicyValue(value), readPolicyText(JSON.stringify(value, null, 2))]) {
      expect(reading.problems).toEqual([]);
      expect(reading.policies.map(({ pointer, document }) => `${pointer} ${document.type}`)).toEqual(found);
    }
  });

  test("a text that is a policy is one whatever holds it, and one that has it is none", () => {
    const { policies } = readPolicyValue({ Name: "page", Content: text });
    expect(policies.map(({ pointer, document }) => `${pointer} ${document.type}`)).toEqual(["/Content identity"]);
    const { policies: none, problems } = readPolicyValue({ Name: "page", Content: `Write ${text}` });
    expect([none, problems.map(({ code }) => code)]).toEqual([[], ["not-a-policy"]]);
  });

  test("a whole text in URL encoding", () => {
    expect(documentOf(url)).toEqual(documentOf(text));
    expect(documentOf(`\ufeff\n${url}`).size).toBe(text.length);
  });

  test("pointers of a document start at the document, and its size is its own", () => {
    const { policies } = readPolicyText(JSON.stringify({ PolicyVersion: { Document: policy } }, null, 2));
    expect(policies[0]?.document.size).toBe(text.length);
    expect(policies[0]?.document.statements[0]?.effect).toEqual({
      value: "Allow",
      pointer: "/Statement/0/Effect",
      line: 7,
      column: 21,
    });
  });

  test("what stands in a string has the place of the string", () => {
    const { policies, problems } = readPolicyText(
      JSON.stringify({ Policy: '{"Statement": [],\n "Id": "x",}' }, null, 1),
    );
    expect(policies[0]?.document.id).toEqual({ value: "x", pointer: "/Id", line: 2, column: 12 });
    expect(problems).toEqual([
      {
        code: "not-json",
        message: "at 2:11 of the text in this string: a comma stands after the last item, which is not JSON",
        hint: "take the comma out",
        pointer: "/Policy",
        line: 2,
        column: 12,
      },
    ]);
  });

  const none: readonly (readonly [what: string, value: unknown, pointer: string, hint: string])[] = [
    ["something else", { name: "x", policy: "ReadOnly" }, "", ""],
    ["an empty object", {}, "", ""],
    ["an empty list", [], "", ""],
    ["a number", 5, "", ""],
    ["text with more around it", { note: `Write ${text}` }, "", ""],
    ["a list with something else", [policy, { a: 1 }, 5], "/1", ""],
    ["a lone statement", ALLOW, "", "this is a lone statement: write `{ "],
    ["a list of statements", [ALLOW], "", "this is a list of statements: write"],
    ["statement in lower case somewhere inside", { data: { statement: [] } }, "", ""],
  ];

  test.each(none)("%s is no policy", (_, value, pointer, hint) => {
    const { problems } = readPolicyValue(value);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "not-a-policy", pointer });
    expect((problems[0]?.hint ?? "").slice(0, 28)).toBe(hint.slice(0, 28));
  });

  test("broken JSON is told, and no policy is read", () => {
    expect(readPolicyText('{"Statement": [}')).toMatchObject({ policies: [], problems: [{ code: "not-json" }] });
    const inner = readPolicyValue({ Policy: "{" });
    expect(inner).toMatchObject({ policies: [], problems: [{ code: "not-json", pointer: "/Policy" }] });
    expect(readPolicyText("%7B%zz").problems).toHaveLength(1);
  });

  test("texts in texts end", () => {
    let nested: string = text;
    for (let depth = 0; depth < 10; depth++) nested = JSON.stringify({ Policy: nested });
    expect(readPolicyText(nested)).toMatchObject({ policies: [], problems: [{ code: "not-a-policy" }] });
  });
});
