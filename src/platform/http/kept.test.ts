import { expect, test } from 'vitest';
import { type KeptAnswer, keptAnswers } from './kept.ts';

const page: KeptAnswer = { status: 200, headers: [], body: 'page' };

function counter(answer: KeptAnswer = page) {
  const made = { times: 0 };
  const make = async () => {
    made.times += 1;
    return answer;
  };
  return { made, make };
}

test('an answer is kept for five seconds', async () => {
  let at = 0;
  const kept = keptAnswers(() => at);
  const { made, make } = counter();
  await kept.answer('/', make);

  at = 4999;
  await kept.answer('/', make);
  expect(made.times).toBe(1);
  at = 5000;
  await kept.answer('/', make);
  expect(made.times).toBe(2);
});

test('a crowd that asks at once costs one answer', async () => {
  const kept = keptAnswers();
  const { made, make } = counter();

  await Promise.all([kept.answer('/', make), kept.answer('/', make), kept.answer('/', make)]);

  expect(made.times).toBe(1);
});

test('a change makes every answer forgotten, also one that was being made meanwhile', async () => {
  const kept = keptAnswers();
  const { made, make } = counter();
  const begun = kept.answer('/', make);

  kept.forget();
  await begun;
  await kept.answer('/', make);

  expect(made.times).toBe(2);
});

test('a refusal is not kept', async () => {
  const kept = keptAnswers();
  const { made, make } = counter({ ...page, status: 404 });

  await kept.answer('/', make);
  await kept.answer('/', make);

  expect(made.times).toBe(2);
});
