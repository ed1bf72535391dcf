import type { JSX } from 'preact';
import { newId } from '../clock.ts';
import { codeOf, isAway } from '../db/away.ts';
import { EdgeError, Forbidden, Invalid, NotFound, type Problems, Refused } from '../errors.ts';
import type { FormBody, Page } from './route.ts';

export interface No {
  readonly status: number;
  readonly page: Page;
  readonly json: { code: string; message: string; fields?: Problems };
  readonly id: string;
  readonly retryAfter?: number;
}

interface Asked {
  readonly path: string;
  readonly signedIn: boolean;
  /** The page whose button was pressed. */
  readonly before?: string | undefined;
  /** What was typed on it. */
  readonly typed?: FormBody | undefined;
}

/** The one place where a refusal becomes a page and JSON. Anything unknown is a bug of ours: 500, with an id. */
export function sayNo(error: unknown, asked: Asked): No {
  if (error instanceof NotFound) return nothingHere();
  if (error instanceof Forbidden) return forbidden(error, asked);
  if (error instanceof Invalid) {
    const said = no({
      status: 422,
      code: 'invalid',
      title: 'Something to put right',
      sentence: error.message,
    });
    return { ...said, json: { ...said.json, fields: error.problems } };
  }
  if (error instanceof Refused) {
    return notNow(error.code, error.message, asked);
  }
  if (error instanceof EdgeError) {
    const { status, code, message } = error;
    const title = 'This did not arrive well';
    const said = no({ status, code, title, sentence: message, more: wayBack(asked) });
    return error.retryAfterSeconds ? { ...said, retryAfter: error.retryAfterSeconds } : said;
  }
  if (collisions.has(codeOf(error))) {
    const sentence =
      'This was written down already, by you or by somebody else. Open the page again and look.';
    return notNow('collision', sentence, asked);
  }
  if (unwritable.has(codeOf(error))) {
    const sentence =
      'You can read on. What you just sent was not kept: keep a copy, and send it again later.';
    const said = no({
      status: 503,
      code: 'not_writable',
      title: 'Nothing can be written just now',
      sentence,
    });
    return { ...said, retryAfter: 300 };
  }
  if (isBusy(error)) {
    const sentence = 'Wait a moment, then try again. Nothing you wrote was lost.';
    return { ...no({ status: 503, code: 'busy', title: 'Busy just now', sentence }), retryAfter: 5 };
  }
  const id = newId();
  const sentence = `It is our fault, and it is written down as ${id}.`;
  return { ...no({ status: 500, code: 'broken', title: 'Something broke here', sentence }), id };
}

/** Whoever pressed a button twice sees on its page what the first press did. */
function notNow(code: string, sentence: string, asked: Asked): No {
  return no({ status: 409, code, title: 'This cannot be done now', sentence, more: wayBack(asked) });
}

function wayBack({ before }: Asked): JSX.Element | undefined {
  if (before === undefined) return undefined;
  return (
    <p>
      <a class="btn" href={before}>
        Back to the page
      </a>
    </p>
  );
}

/** Things whose existence is private look like things that are not there. */
function forbidden(error: Forbidden, asked: Asked): No {
  if (error.hidden) return nothingHere();
  if (asked.signedIn) {
    const sentence = 'Your part in the network does not open this page.';
    return no({ status: 403, code: 'forbidden', title: 'This is for somebody else', sentence });
  }
  const wrote = sentencesIn(asked.typed);
  const sentence =
    wrote === ''
      ? 'You come back to this page afterwards.'
      : 'You are not signed in any more. Copy what you wrote, sign in, and send it again.';
  const more = (
    <>
      {wrote !== '' && <Wrote words={wrote} />}
      <p>
        <a class="btn" href={`/sign-in?next=${encodeURIComponent(asked.before ?? asked.path)}`}>
          Sign in
        </a>
      </p>
    </>
  );
  return no({ status: 401, code: 'sign_in', title: 'Sign in to go on', sentence, more });
}

/** What a person wrote has a space in it; the rest of a form is chosen again in a moment. */
function sentencesIn(typed: FormBody = {}): string {
  const values = Object.values(typed).flat();
  return values.filter((value) => /\S\s+\S/.test(value)).join('\n\n');
}

function Wrote({ words }: { words: string }) {
  return (
    <div class="field">
      <label for="wrote">What you wrote</label>
      <textarea id="wrote" rows={8} readOnly>
        {words}
      </textarea>
    </div>
  );
}

function nothingHere(): No {
  const sentence = 'Perhaps it has moved, or the address was cut short on its way to you.';
  return no({ status: 404, code: 'not_found', title: 'There is nothing here', sentence });
}

/** The disk is full, the database's or the one for files that come, or the database is a copy that only reads. */
const unwritable = new Set(['53100', 'ENOSPC', '25006']);

/** Unique and foreign keys. The answer is the same for both: which one it was would tell what others have. */
const collisions = new Set(['23505', '23503']);

/** It took too long, has no connection left, or somebody else held what was wanted. */
const overloaded = new Set(['57014', '53300', '55P03']);

function isBusy(error: unknown): boolean {
  return isAway(error) || overloaded.has(codeOf(error));
}

interface Said {
  status: number;
  code: string;
  title: string;
  sentence: string;
  more?: JSX.Element | undefined;
}

function no({ status, code, title, sentence, more }: Said): No {
  const body = (
    <div class="text">
      <h1>{title}</h1>
      <p class="lead">{sentence}</p>
      {more ?? (
        <p>
          <a href="/search">Search</a>, <a href="/">go to the front page</a> or{' '}
          <a href="/help">ask for help</a>.
        </p>
      )}
    </div>
  );
  return { status, id: '', page: { title, noindex: true, body }, json: { code, message: sentence } };
}
