import { Notice } from '../../../../ui/sheets.tsx';
import type { OfficialWords } from '../../rules/official.ts';

/** What the charity register says of the number that was typed. */
export function InTheRegister({ official }: { official: OfficialWords }) {
  return (
    <Notice
      tone={official.warns ? 'warn' : 'calm'}
      id="in-the-register"
      title={<span data-verbatim>{official.title}</span>}
    >
      <p data-verbatim>{official.text}</p>
    </Notice>
  );
}
