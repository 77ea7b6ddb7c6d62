/**
 * Tokens that well-known services issue, by the form that each service documents for secret scanners.
 *
 * @see https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */

/** What follows a prefix: how many characters at least, and which. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  // Letters and digits.
  "[A-Za-z0-9]{16,}": ["gh[pousr]_", "npm_", "hf_", "lin_api_", "nfp_", "HRKU-", "PMAK-", "NRAK-", "NRII-", "NRJS-"],
  "[A-Za-z0-9]{20,}": ["sk-", "LTAI", "ABSK", "AKCp", "CCIPAT_", "bkua_", "pnu_", "rdme_"],
  // Hexadecimal digits.
  "[0-9a-fA-F]{30,}": [
    "do[opr]_v1_",
    "dapi",
    "shp(?:at|ca|pa|ss)_",
    "rubygems_",
    "pul-",
    "shippo_(?:live|test)_",
    "SK",
    "sntry[su]_",
  ],
  // What URLs may contain.
  "[\\w-]{16,}": [
    "github_pat_",
    "gl(?:pat|ptt|dt|rt|cbt|soat|oas|ft|imt|agent)-",
    "xapp-",
    "AIza",
    "GOCSPX-",
    "ya29\\.",
    "1//0",
    "whsec_",
    "sq0(?:atp|csp)-",
    "pypi-AgE",
    "hv[sbr]\\.",
    "dp\\.(?:pt|st|sa|ct|scim|audit)\\.",
    "sk-(?:proj|ant|svcacct|admin|or)-",
    "glc_",
    "glsa_",
    "ATATT3",
    "ATBB",
    "pscale_(?:tkn|pw|oauth)_",
    "figd_",
    "dckr_[op]at_",
    "tskey-",
    "tfp_",
    "ntn_",
    "EAAA(?=[\\w-]{50})",
  ],
  "[\\w-]{10,}": ["xox[abeoprs]-"],
  "\\w{16,}": ["[srp]k_(?:live|test)_"],
};

const PREFIXED = Object.entries(FORMS).map(([rest, prefixes]) => `(?:${prefixes.join("|")})${rest}`);

/** Tokens without a fixed beginning. */
const OTHERS = [
  // age, an encryption tool.
  "AGE-SECRET-KEY-1[0-9A-Z]{20,}",
  // HCP Terraform.
  "[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{40,}",
  // SendGrid.
  "SG\\.[\\w-]{16,}\\.[\\w-]{16,}",
  // Mailgun, and Mailchimp.
  "key-[0-9a-z]{32}",
  "[0-9a-f]{32}-us\\d{1,2}",
  // Dynatrace.
  "dt0[a-z]\\d\\d\\.[A-Z0-9]{20,}\\.[A-Z0-9]{40,}",
  // Telegram.
  "\\d{8,10}:AA[\\w-]{32,}",
  // A client secret of Microsoft Entra.
  "[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{30,}",
  // Amazon Marketplace.
  "amzn\\.mws\\.[0-9a-f-]{36}",
];

/** A token of a known service. The group `secret` is what is hidden. */
export const TOKEN = new RegExp(`(?<![A-Za-z0-9])(?<secret>${[...PREFIXED, ...OTHERS].join("|")})`, "dg");

/** The parts of webhook URLs that let anybody who has them post. */
export const WEBHOOK =
  /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks\/\d+|webhook\.office\.com\/webhookb2|api\.telegram\.org)\/(?<secret>[^\s"'`<>]+)/dg;

/** Signatures and tokens in the query of a signed URL: of AWS, CloudFront, Google and Azure. */
export const SIGNATURE =
  /[?&;](?:X-Amz-(?:Signature|Security-Token)|X-Goog-Signature|X-OSS-Signature|Signature|sig|code|(?:access_|auth_|private_|sas_)?token|api_?key)=(?<secret>[^&\s"'`<>\\]{6,})/dgi;
