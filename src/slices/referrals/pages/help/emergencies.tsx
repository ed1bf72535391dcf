import { Notice } from '../../../../ui/sheets.tsx';
import { PhoneLink } from '../../../../ui/words.tsx';
import { concerns } from '../../urls.ts';

/** Read aloud to whoever is on the telephone. */
export function NotForEmergencies({ read = false }: { read?: boolean }) {
  return (
    <Notice tone="stop" title={read ? 'Read this to them first' : 'Not for emergencies'}>
      <p>
        This is not for emergencies. In danger, ring <PhoneLink number="999" />. For urgent medical help, ring{' '}
        <PhoneLink number="111" />. To talk to somebody at night, ring Samaritans,{' '}
        <PhoneLink number="116 123" />.
      </p>
      <p>
        <a href={concerns.worried()}>I am worried about someone’s safety</a>
      </p>
    </Notice>
  );
}
