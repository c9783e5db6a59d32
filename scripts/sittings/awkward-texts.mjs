const LONGEST_BYTES = 16 * 1024;

/** Texts that have broken somebody's storage, template, parser or page before. */
const KNOWN = [
  '',
  ' ',
  '\t\n',
  '\n\n  leading and trailing \t\n',
  '$name',
  '$where',
  '$$NOW',
  '{"$gt": ""}',
  '__proto__',
  'constructor.prototype',
  'toString',
  'null',
  'undefined',
  'NaN',
  '0e12345',
  'true',
  '<%= process.exit() %>',
  '<%- include("layout") %>',
  '<% for(;;){} %>',
  '${7*7} #{7*7} {{7*7}}',
  '<script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</blockquote></body></html>',
  '<!-- <![CDATA[ ]]> -->',
  '&lt;b&gt; &amp;amp; &#0; &#x202e; &quot;',
  `"'\`\\ \\n \\u0041 \\x00 %00 %0d%0a`,
  "'; DROP TABLE attempts; --",
  'a=b&_csrf=forged&epoch=99&seq=1&go=next',
  'w01][$set]=x',
  '=HYPERLINK("http://example.org")',
  '../../etc/passwd',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'e\u0301 \u00e9 ﬁ Å \u212b',
  'Z\u0351\u036b\u0343\u036a\u0342a\u030a\u0310\u0311l\u036bg\u0346o',
  'ß ẞ İ ı ǅ',
  'مرحبا بالعالم ‏ עברית \u202e abc \u202c',
  '\u2066left\u2069 \u2067right\u2069',
  '\ufeffmarked \u200b\u200c\u200d\u2060',
  '\u2028line\u2029paragraph\u0085next',
  '漢字 かな 한국어 ไทย देवनागरी',
  '\ud83d\ude00\ufe0f\u20e3',
  '\uffff\ufffe\ufffd',
  '\u0001\u0007\u001b[31m\u007f',
  'one\r\ntwo\rthree\n\rfour',
  'م'.repeat(LONGEST_BYTES / 2),
  'x'.repeat(LONGEST_BYTES),
  '😀'.repeat(LONGEST_BYTES / 4),
  '\r\n'.repeat(LONGEST_BYTES - 1),
  'm'.repeat(LONGEST_BYTES + 1),
  'م'.repeat(LONGEST_BYTES / 2 + 1),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00 first',
  'high \ud83d alone',
  'twisted \ude00\ud83d',
];

const PIECES = [
  ...['word', ' ', '\n', '\r\n', '\r', '\t', '"', "'", '\\', '&', '<', '>', '%>', '<%', '$', '.', '{', '}'],
  ...['😀', '👩‍🚀', 'e\u0301', 'ש', 'ع', '\u202e', '\u200d', '\ufeff', '漢', '__proto__', '$set', '\u0001'],
  ...['\u0000', '\ud800', '\udfff'],
];

/** Pieces put together by a fixed rule: every run makes the same texts. */
function composed(n) {
  let state = n * 2_654_435_761 + 12_345;
  const draw = (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  // The ones that have to be refused are in the last places; most texts do without them.
  const within = n % 5 === 0 ? PIECES.length : PIECES.length - 3;
  return Array.from({ length: 1 + draw(30) }, () => PIECES[draw(within)] ?? '').join('');
}

/** The known ones first, then composed ones. */
export const awkwardTexts = (count) => [
  ...KNOWN.slice(0, count),
  ...Array.from({ length: Math.max(0, count - KNOWN.length) }, (_one, n) => composed(n + 1)),
];

/** What has to come back, said once more and differently from the product. */
export function expectedOf(text) {
  const units = Array.from(text);
  const lone = units.some((one) => one.length === 1 && one >= '\ud800' && one <= '\udfff');
  if (lone || text.includes('\u0000')) return { status: 422, text: null };
  const lines = text.split('\r\n').join('\n').split('\r').join('\n');
  return Buffer.byteLength(lines) > LONGEST_BYTES
    ? { status: 413, text: null }
    : { status: 200, text: lines };
}
