// Reads JSON of strangers in a thread of its own: json.ts gives it little memory and kills it when it is slow.
// Plain JavaScript, because a thread starts from a file and not from the built program.
import { parentPort } from 'node:worker_threads';

const deepest = 20;
const most = 500_000;

parentPort.on('message', (bytes) => {
  parentPort.postMessage(read(bytes));
});

function read(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { wrong: 'is not written in UTF-8' };
  }
  const wrong = tooMuch(text);
  if (wrong) return { wrong };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { wrong: 'is no JSON' };
  }
}

/** How deep it goes and how much there is, before anything is built of it. */
function tooMuch(text) {
  let depth = 0;
  let count = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inString) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) inString = false;
      continue;
    }
    if (sign === 0x22) inString = true;
    else if (sign === 0x2c) count += 1;
    else if (sign === 0x5d || sign === 0x7d) depth -= 1;
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1;
      count += 1;
      if (depth > deepest) return `is nested more than ${deepest} deep`;
    }
    if (count > most) return 'holds far too much at once';
  }
  return undefined;
}
