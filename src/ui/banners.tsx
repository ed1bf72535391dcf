// The bars over every page: what a reader has to know before anything else.

export function PracticeBanner() {
  return (
    <aside class="practice" aria-label="Practice network">
      <div class="wrap">
        <p>
          <b>Practice network.</b> Everyone and everything here is invented.{' '}
          <a href="/practice">Be someone else</a>
        </p>
      </div>
    </aside>
  );
}

export function ViewingBanner({ as }: { as: string }) {
  return (
    <aside class="practice warns" aria-label="Looking with the eyes of another">
      <form class="wrap row" data-form="end-view" method="post" action="/view-as">
        <p>
          <b>{`You see this as ${as}.`}</b> Nothing can be done meanwhile.
        </p>
        <button class="btn btn-2" type="submit" name="as" value="myself">
          Back to myself
        </button>
      </form>
    </aside>
  );
}

export function SecondKeyBanner({ href }: { href: string }) {
  return (
    <aside class="practice" aria-label="Second key">
      <div class="wrap">
        <p>
          <b>Your place here is still shut.</b> It opens with your second key.{' '}
          <a href={href}>Show it, or set one up</a>
        </p>
      </div>
    </aside>
  );
}
