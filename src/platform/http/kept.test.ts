import { expect, test } from 'vitest';
import { type KeptAnswer, keptAnswers } from './kept.ts';

const page: KeptAnswer = { status: 200, headers: [], body: 'page', etag: null };

test('an answer is kept for five seconds', () => {
  let at = 0;
  const kept = keptAnswers(() => at);
  kept.keep('/', page, kept.begin());

  at = 4999;
  expect(kept.find('/')).toBe(page);
  at = 5000;
  expect(kept.find('/')).toBeUndefined();
});

test('a change makes every answer forgotten, also one that was being made meanwhile', () => {
  const kept = keptAnswers();
  const begun = kept.begin();
  kept.keep('/a', page, begun);

  kept.forget();
  kept.keep('/b', page, begun);

  expect(kept.find('/a')).toBeUndefined();
  expect(kept.find('/b')).toBeUndefined();
});
