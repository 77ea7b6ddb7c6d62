/** What reading, writing and deleting objects in S3 means, wherever tfwright grants it. */

/**
 * Actions on objects. Writing includes deleting: who writes a data set overwrites it, and Spark removes its temporary
 * files and the files of a partition that it replaces.
 *
 * @see AWS Glue guide, IAM policies for jobs: sources need GetObject, targets PutObject and DeleteObject too
 */
export const s3ObjectActions = {
  read: ["s3:GetObject"],
  write: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
  delete: ["s3:DeleteObject"],
} as const;
