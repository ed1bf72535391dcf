import { expect, test } from 'vitest';
import { isTest, sources } from './sources.ts';

const files = sources('src').filter((file) => !isTest(file.path));

/** Ways to the network, and the places that may use each. */
const ways: readonly { way: RegExp; only: RegExp }[] = [
  { way: /from 'undici'|import\('undici'\)/, only: /^src\/platform\/egress\// },
  {
    way: /'(?:node:)?https?'|'(?:node:)?http2'|'(?:node:)?tls'|'(?:node:)?dgram'/,
    only: /^src\/platform\/egress\//,
  },
  // The port it listens on, the database's socket, and what kind of address something is.
  { way: /'(?:node:)?net'/, only: /^src\/platform\/(egress|http|engine)\// },
  // `doctor` looks up what the mail domain says of itself, and knocks at the mail server without sending anything.
  { way: /'(?:node:)?dns(?:\/promises)?'/, only: /^src\/(platform\/egress\/|cli\/doctor\/mail[.]ts$)/ },
  { way: /'nodemailer'/, only: /^src\/(platform\/mail[./]|cli\/doctor\/mail[.]ts$)/ },
  // Browser scripts ask the server they came from; `doctor` asks the server of its own machine whether it is ready.
  {
    way: /(?<![.\w])fetch\(/,
    only: /^src\/(islands\/|cli\/doctor\/machine[.]ts$|platform\/http\/load[.]ts$)/,
  },
  { way: /\b(?:WebSocket|EventSource|XMLHttpRequest|sendBeacon)\b/, only: /^$/ },
];

test.each(ways)('only $only opens $way', ({ way, only }) => {
  const wrong = files.filter((file) => way.test(file.text) && !only.test(file.path));

  expect(wrong.map((file) => file.path)).toEqual([]);
});

test('outside of tests the way out is guarded as a whole: nothing is put in place of its parts', () => {
  const wrong = files.filter(
    (file) => /guardedEgress\((?!\))/.test(file.text) && file.path !== 'src/platform/egress/egress.ts',
  );

  expect(wrong.map((file) => file.path)).toEqual([]);
});
