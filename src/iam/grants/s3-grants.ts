/** Data in S3: bucket actions on the bucket, limited to the prefix; object actions on the objects. */

import { S3_SCHEME } from "../arn/data-names";
import type { Place } from "./place";
import { s3ObjectActions } from "./s3-actions";
import type { Grant, Location, Terms } from "./terms";

/** `s3://bucket/folder/` as `bucket/folder/`. */
export function pathsOf<T, L, B, P>(terms: Terms<T, L, B, P>, uris: L): L {
  return terms.each(uris, "uri", (uri) => terms.withoutStart(uri, S3_SCHEME));
}

/** `bucket/folder/` as bucket, key and the pattern of its objects. */
export function locationsOf<T, L, B, P>(terms: Terms<T, L, B, P>, { partition }: Place<T>, paths: L): P {
  const s3 = (text: T) => terms.join("arn:", partition, ":s3:::", text);
  return terms.locations(paths, "location", (path) => {
    const isFolder = terms.or(terms.endsWith(path, "/"), terms.not(terms.has(path, "/")));
    return {
      bucket: s3(terms.before(path, "/")),
      key: terms.withoutEnd(terms.after(path, "/"), "/"),
      objects: s3(terms.choose(isFolder, terms.join(terms.withoutEnd(path, "/"), "/*"), path)),
    };
  });
}

/** What is read and what is written. */
export function s3Grants<T, L, B, P>(terms: Terms<T, L, B, P>, read: P, write: P): readonly Grant<T, L, B, P>[] {
  const list = terms.list(["s3:ListBucket"]);
  const listing = ({ bucket, key, objects }: Location<T>) => {
    const isFolder = terms.endsWith(objects, "/*");
    return {
      actions: list,
      resources: terms.list([bucket]),
      conditions: [
        {
          test: "StringLike",
          variable: "s3:prefix",
          // Not the key of a folder alone: `in` as a prefix lists `input-secret` too.
          values: terms.list([terms.choose(isFolder, terms.join(key, "/*"), key)]),
          isNeeded: terms.not(terms.isEmpty(key)),
        },
        {
          // The name of one object is looked up, and nothing below it. The statement cannot be left out: whether an
          // unknown location is an object decides no number of statements.
          test: "StringEquals",
          variable: "s3:delimiter",
          values: terms.list(["/"]),
          isNeeded: terms.not(isFolder),
        },
      ],
    };
  };
  const objectsOf = (places: P) => terms.column(places, "location", ({ objects }) => objects);
  return [
    {
      sid: "ListToRead",
      reason: "Listing is an action on the bucket. The prefix limits it to the data that is read.",
      over: read,
      of: listing,
    },
    {
      sid: "ReadObjects",
      reason: "Reading is an action on the objects.",
      actions: terms.list(s3ObjectActions.read),
      resources: objectsOf(read),
      isNeeded: terms.hasLocations(read),
    },
    {
      sid: "ListToWrite",
      reason: "A writer first lists the objects below the prefix.",
      over: write,
      of: listing,
    },
    {
      sid: "WriteObjects",
      reason: "Spark reads what it wrote, deletes temporary files, and aborts failed uploads.",
      actions: terms.list(s3ObjectActions.write),
      resources: objectsOf(write),
      isNeeded: terms.hasLocations(write),
    },
  ];
}
