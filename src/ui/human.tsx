import { Hidden } from './form.tsx';

/** What a form brings along that anybody may send: when it was handed out, and two traps. */
export function Human({ stamp }: { stamp: string }) {
  return (
    <>
      <Hidden name="stamp" value={stamp} />
      <Traps />
    </>
  );
}

/** Fields for those who fill in everything. Nobody sees them or hears of them, and no browser fills them. */
export function Traps() {
  return (
    <div class="sr" aria-hidden="true">
      <label>
        Leave this empty
        <input type="text" name="website2" tabIndex={-1} autocomplete="off" />
      </label>
      <label>
        Leave this empty, too
        <input type="text" name="company2" tabIndex={-1} autocomplete="off" />
      </label>
    </div>
  );
}
