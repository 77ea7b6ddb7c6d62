/**
 * The text of one table cell as terraform-docs 0.20 writes it: what it escapes, what it leaves, where it breaks lines.
 *
 * The steps run in the order of terraform-docs, because each sees what the one before has made of the text.
 * @see https://github.com/terraform-docs/terraform-docs/blob/v0.20.0/template/sanitizer.go
 */
import { Memo } from "../text/memo";

/** A cell of free text, such as a description, or of code that {@link fenceCode} has wrapped; `n/a` when it is empty. */
export function renderDocsCell(text: string): string {
  if (text === "") return "n/a";
  return mapCode(text, "```", renderText, (code) => {
    const lines = trimSpace(code).replaceAll("\n", "<br/>").replaceAll("\r", "");
    return `<pre>${lines}</pre>`;
  });
}

/** Wraps the source of a type or a default for {@link renderDocsCell}: in ticks, or fenced if it has several lines. */
export function fenceCode(code: string): string {
  return code.includes("\n") ? `\n\n\`\`\`\n${code}\n\`\`\`\n` : `\`${code}\``;
}

/** Escapes each `_` of a name, as headings and anchors need it; no other character is escaped. */
export function escapeName(name: string): string {
  return name.replaceAll("_", "\\_");
}

function renderText(text: string): string {
  const tick = (code: string) => `\`${code}\``;
  const piped = mapCode(text, "`", (plain) => plain.replaceAll("|", "\\|"), tick);
  const escaped = mapCode(piped, "`", (plain) => plain.split("\n").map(escapeLine).join("\n"), tick);
  return restoreUrls(breakLines(trimSpace(escaped)));
}

/**
 * Splits at `mark` and maps the pieces, plain and code by turns.
 * An empty piece is dropped and does not count as a turn, so two marks side by side do not end the code.
 */
function mapCode(
  text: string,
  mark: string,
  plain: (piece: string) => string,
  code: (piece: string) => string,
): string {
  let isCode = text.startsWith(mark);
  let result = "";
  for (const piece of text.split(mark)) {
    if (piece === "") continue;
    result += isCode ? code(piece) : plain(piece);
    isCode = !isCode;
  }
  return result;
}

/** Stands for a `_` that stays; the very text of terraform-docs, so that a text that holds it comes out the same. */
const KEPT = "‡‡‡DONTESCAPE‡‡‡";

/** White space of Go's `\s`, which unlike that of JavaScript is ASCII only. */
const SPACE = "[\\t\\n\\f\\r ]";
const NOT_SPACE_OR_MARK = "[^\\t\\n\\f\\r _]";
const LEADING_RUN = new RegExp(`^(${SPACE}*)(_+)(?=${SPACE})`, "u");
const EMPHASIS = new RegExp(`(${SPACE}_+)(${NOT_SPACE_OR_MARK}[^\\n]*${NOT_SPACE_OR_MARK})(_+)(?=${SPACE})`, "u");

/** Escapes the `_` of one line, save a run that opens the line and the outer runs of ` _emphasised words_ `. */
function escapeLine(line: string): string {
  const keep = (run: string) => run.replaceAll("_", KEPT);
  return line
    .replace(LEADING_RUN, (_, indent: string, run: string) => indent + keep(run))
    .replace(EMPHASIS, (_, open: string, words: string, close: string) => keep(open) + words + keep(close))
    .replaceAll("_", "\\_")
    .replaceAll(KEPT, "_");
}

const NEWLINE_THEN_WORD = new RegExp(`(\\r?\\n)(${SPACE}*[0-9A-Za-z_])`, "gu");

/** Turns line ends into `<br/>`; the two spaces of a Markdown line break are part of the line end. */
function breakLines(text: string): string {
  return text
    .replace(NEWLINE_THEN_WORD, "  $1$2")
    .replaceAll("    \n", "  \n")
    .replaceAll("  \n\n", "\n\n")
    .replaceAll("  \n", "<br/>")
    .replaceAll("\n", "<br/>");
}

/** Trims what Unicode calls white space; JavaScript's `trim` takes U+FEFF too and leaves U+0085. */
function trimSpace(text: string): string {
  return text.replace(/^\p{White_Space}+/u, "").replace(/\p{White_Space}+$/u, "");
}

/** Removes the backslashes from each URL, also inside backticks. */
function restoreUrls(text: string): string {
  if (!text.includes("\\") || !MAYBE_URL.test(text)) return text;
  let result = text;
  for (const [url] of text.matchAll(URL_PATTERN.get("url", createUrlPattern))) {
    result = result.replaceAll(url, () => url.replaceAll("\\", ""));
  }
  return result;
}

/** Schemes that make a URL when `://` follows: those of IANA and some more, as xurls 2.5.0 has them. */
const SCHEMES = `
  aaa aaas about acap acct acd acr adiumxtra adt afp afs aim amss android appdata apt ar ark attachment aw barion bb
  beshare bitcoin bitcoincash blob bolo browserext cabal calculator callto cap cast casts chrome chrome-extension cid
  coap coap+tcp coap+ws coaps coaps+tcp coaps+ws com-eventbrite-attendee content content-type crid cstr cvs dab dat data
  dav diaspora dict did dis dlna-playcontainer dlna-playsingle dns dntp doi dpp drm drop dtmi dtn dvb dvx dweb ed2k eid
  elsi embedded ens ethereum example facetime fax feed feedready fido file filesystem finger first-run-pen-experience
  fish fm ftp fuchsia-pkg gemini geo gg git gitoid gizmoproject go gopher graph grd gtalk h323 ham hcap hcp http https
  hxxp hxxps hydrazone hyper iax icap icon im imap info iotdisco ipfs ipn ipns ipp ipps irc irc6 ircs iris iris.beep
  iris.lwz iris.xpc iris.xpcs isostore itms jabber jar jdbc jms keyparc lastfm lbry ldap ldaps leaptofrogans lorawan lpa
  lvlt magnet mailserver mailto maps market matrix message microsoft.windows.camera microsoft.windows.camera.multipicker
  microsoft.windows.camera.picker mid mms modem mongodb moz moz-extension ms-access ms-appinstaller ms-browser-extension
  ms-calculator ms-drive-to ms-enrollment ms-excel ms-eyecontrolspeech ms-gamebarservices ms-gamingoverlay ms-getoffice
  ms-help ms-infopath ms-inputapp ms-lockscreencomponent-config ms-media-stream-id ms-meetnow ms-mixedrealitycapture
  ms-mobileplans ms-newsandinterests ms-officeapp ms-people ms-powerpoint ms-project ms-publisher
  ms-remotedesktop-launch ms-restoretabcompanion ms-screenclip ms-screensketch ms-search ms-search-repair
  ms-secondary-screen-controller ms-secondary-screen-setup ms-settings ms-settings-airplanemode ms-settings-bluetooth
  ms-settings-camera ms-settings-cellular ms-settings-cloudstorage ms-settings-connectabledevices
  ms-settings-displays-topology ms-settings-emailandaccounts ms-settings-language ms-settings-location ms-settings-lock
  ms-settings-nfctransactions ms-settings-notifications ms-settings-power ms-settings-privacy ms-settings-proximity
  ms-settings-screenrotation ms-settings-wifi ms-settings-workplace ms-spd ms-stickers ms-sttoverlay ms-transit-to
  ms-useractivityset ms-virtualtouchpad ms-visio ms-walk-to ms-whiteboard ms-whiteboard-cmd ms-word msnim msrp msrps mss
  mt mtqp mumble mupdate mvn news nfs ni nih nntp notes num ocf oid onenote onenote-cmd opaquelocktoken openpgp4fpr
  otpauth p1 pack palm paparazzi payment payto pkcs11 platform pop postgres postgresql pres prospero proxy psyc pttp
  pwid qb query quic-transport redis rediss reload res resource rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif secondlife
  secret-token service session sftp sgn shc sieve simpleledger simplex sip sips skype slack smb smp sms smtp snews snmp
  soap.beep soap.beeps soldat spiffe spotify ssb ssh starknet steam stun stuns submit svn swh swid swidpath tag taler
  teamspeak tel teliaeid telnet tftp things thismessage tip tn3270 tool turn turns tv udp unreal upt urn ut2004
  uuid-in-package v-event vemmi ventrilo ves videotex view-source vnc vscode vscode-insiders vsls w3 wais wcr web+ap
  web3 webcal wifi wpid ws wss wtai wyciwyg xcon xcon-userid xfire xmlrpc.beep xmlrpc.beeps xmpp xri ymsgr z39.50
  z39.50r z39.50s zoommtg zoomus
`;

/** Schemes that make a URL when `:` follows. */
const BARE_SCHEMES = "bitcoin cid file magnet mailto mid sms tel xmpp";

/** What RFC 3987 allows beyond ASCII, with the planes for private use. */
const UCS =
  "\\u00a0-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\uffef" +
  Array.from({ length: 16 }, (_, index) => {
    const plane = (index + 1).toString(16);
    return `\\u{${plane}${plane === "e" ? "1000" : "0000"}}-\\u{${plane}fffd}`;
  }).join("");
/** Punctuation that Unicode 14 and later versions added. xurls 2.5.0 does not treat it as punctuation, so a URL may end with it. */
const LATER_PUNCTUATION =
  "\\u061d\\u1b4e\\u1b4f\\u1b7d-\\u1b7f\\u2e53\\u2e54\\u{10ed0}\\u{10f86}-\\u{10f89}\\u{113d4}\\u{113d5}\\u{113d7}\\u{113d8}" +
  "\\u{116b9}\\u{11b00}-\\u{11b09}\\u{11be1}\\u{11f43}-\\u{11f4f}\\u{12ff1}\\u{12ff2}\\u{16d6d}-\\u{16d6f}\\u{1e5ff}";

/** Every URL has one of these; the pattern of URLs itself is large, and is made when the first text needs it. */
const MAYBE_URL = new RegExp(`://|(?:${BARE_SCHEMES.split(" ").join("|")}):`, "i");

const URL_PATTERN = new Memo<"url", RegExp>(1);

/** @see https://github.com/mvdan/xurls/blob/v2.5.0/xurls.go, `strictExp` */
function createUrlPattern(): RegExp {
  const anyOf = (words: string) => words.trim().replace(/[.+]/g, "\\$&").split(/\s+/).join("|");
  const middle = `(?:(?!\\p{Z})[/?#\\\\a-zA-Z0-9\\-._~%!$&'*+,;=:@${UCS}])`;
  const end = `(?:[/#a-zA-Z0-9\\-_~%$&+=${LATER_PUNCTUATION}]|(?![\\p{Z}\\p{Po}])[${UCS}])`;
  const groups = ["()", "[]", "{}"].map((pair) => {
    const [open, close] = [`\\${pair[0]}`, `\\${pair[1]}`];
    return `${open}(?:${middle}|${open}${middle}*${close})*${close}`;
  });
  return new RegExp(
    `(?:(?:${anyOf(SCHEMES)})://|(?:${anyOf(BARE_SCHEMES)}):)(?:${middle}*(?:${groups.join("|")}|${end}))+`,
    "giu",
  );
}
