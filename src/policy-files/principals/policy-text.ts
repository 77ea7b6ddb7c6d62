/** The policy in an attribute of a resource, on one side of the plan. */

import type { Layer, NamedDocument } from "../../iam/delta";
import type { PolicyDocument, Statement } from "../../iam/document/policy";
import { readPolicyText } from "../../iam/document/read-policy";
import { markOf } from "../../terraform/plan/marks";
import { Memo } from "../../text/memo";
import { words } from "../../text/message";
import { type DeferredDocument, type DeferredPolicy, readDocumentSource } from "./deferred-document";
import { fingerprint } from "./fingerprint";
import { attribute, exists, type Instance, type Side } from "./instances";
import type { References } from "./references";
import type { UnknownResources } from "./unknown-resources";

function isDocument({ type }: Instance): boolean {
  return type === "aws_iam_policy_document";
}

/** Reads policies of one plan. Each text is parsed once. */
export class PolicyTexts {
  readonly #references: References;
  readonly #read = new Memo<string, readonly PolicyDocument[] | undefined>();
  readonly #deferredDocuments = new WeakMap<PolicyDocument, DeferredDocument>();

  constructor(references: References) {
    this.#references = references;
  }

  /** The documents of an attribute: none if it is not set, one without content if it cannot be read. */
  of(instance: Instance, side: Side, name: string, layer: Layer): readonly NamedDocument[] {
    if (!exists(instance, side)) return [];
    const called = instance.address;
    const { unknown, sensitive } = instance[side];
    const value = attribute(instance, side, name);
    if (markOf(sensitive, name) === true) {
      const version = fingerprint(value);
      return [{ name: called, layer, reason: words("the policy is marked as sensitive"), version }];
    }
    if (markOf(unknown, name) !== undefined) return this.#deferred(instance, name, layer);
    if (typeof value !== "string" || value.trim() === "") return [];
    return this.known(value, layer, called);
  }

  /** The documents of a text. */
  known(text: string, layer: Layer, called: string): readonly NamedDocument[] {
    const documents = this.#read.get(`${layer} ${text}`, () => parsePolicies(text, layer));
    if (documents !== undefined) return documents.map((document) => ({ name: called, layer, document }));
    const reason = words("the text is not a policy that can be read");
    return [{ name: called, layer, reason, version: fingerprint(text) }];
  }

  /** What the unknown resources of a statement refer to, in a document of these policies. */
  unknownResources(document: PolicyDocument, { index }: Statement): UnknownResources | undefined {
    return this.#deferredDocuments.get(document)?.unknownResources.get(index);
  }

  /** The address of the data source that makes a document of these policies, if it is known only after apply. */
  sourceOf(document: PolicyDocument): string | undefined {
    return this.#deferredDocuments.get(document)?.source;
  }

  #deferred(instance: Instance, name: string, layer: Layer): readonly NamedDocument[] {
    const called = instance.address;
    const { documents, reason } = this.#follow(instance, name);
    const known = documents.map((deferred) => {
      const document = { ...deferred.document, type: layer };
      this.#deferredDocuments.set(document, deferred);
      return { name: called, layer, document };
    });
    return reason === undefined ? known : [...known, { name: called, layer, reason, version: "after" }];
  }

  #follow(instance: Instance, name: string): DeferredPolicy {
    const nothing = { documents: [], reason: words("the policy is known only after apply") };
    const { instances, certain } = this.#references.of(instance, name, isDocument);
    const sources = instances.filter(isDocument);
    if (!certain || sources.length === 0 || sources.length < instances.length) return nothing;
    const parts = sources.map((source) => readDocumentSource(source, this.#references));
    const reason = parts.find((part) => part.reason !== undefined)?.reason;
    const documents = parts.flatMap((part) => part.documents);
    return reason === undefined ? { documents } : { documents, reason };
  }
}

/** The policies of a text, if it can be read. Each layer has the name of the type of its policies. */
function parsePolicies(text: string, type: Layer): readonly PolicyDocument[] | undefined {
  const { policies, problems } = readPolicyText(text, { type });
  return problems.length > 0 || policies.length === 0 ? undefined : policies.map(({ document }) => document);
}
