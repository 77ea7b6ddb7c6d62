/** Scripts and settings for the first start of a machine, which programs encode for `user_data` and `custom_data`. */

/** How a text begins that cloud-init runs or reads. Other texts in Base64, such as keys and certificates, stay as they are. */
const OF_CLOUD_INIT = /^(?:#!|#cloud-config\s|#cloud-boothook\s|#include|Content-Type: multipart\/|MIME-Version: )/;

/** Characters of what is no text, or would not be the same in a file of HCL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a script has none of these
const NO_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/;

/**
 * The script or settings that a value is in Base64; undefined where it is none, or where `base64encode` of Terraform would give another value.
 *
 * @param value such as `IyEvYmluL3NoCmVjaG8gYQo=`
 */
export function bootTextIn(value: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)) return undefined;
  const text = Buffer.from(value, "base64").toString("utf8");
  if (!OF_CLOUD_INIT.test(text) || NO_TEXT.test(text) || text !== text.normalize("NFC")) return undefined;
  return Buffer.from(text, "utf8").toString("base64") === value ? text : undefined;
}
