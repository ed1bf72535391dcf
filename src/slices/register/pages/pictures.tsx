import { Field } from '../../../ui/fields.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from '../../../ui/form.tsx';
import { Empty, Entries, Entry } from '../../../ui/lists.tsx';
import { Picture, type PictureWords } from '../../../ui/picture.tsx';
import { Section } from '../../../ui/sheets.tsx';
import type { KeptPicture } from '../queries/pictures.ts';
import { organisations } from '../urls.ts';
import { picturesMost } from '../words/pictures.ts';

type ShownPicture = KeptPicture & PictureWords;

interface PicturesProps {
  title: string;
  organisationId: string;
  pictures: readonly ShownPicture[];
  values?: Values | undefined;
  problems?: Problems | undefined;
}

export function PicturesPage({ title, organisationId, pictures, values, problems }: PicturesProps) {
  return (
    <div class="text stack">
      <div>
        <h1>{title}</h1>
        <p class="lead">They show people what to expect: the door, the room, what you do there.</p>
      </div>
      <Section id="shown" title="On your page">
        {pictures.length === 0 ? (
          <Empty fact="No picture yet." next="The door as it looks from the street helps most." />
        ) : (
          <Entries list="pictures">
            {pictures.map((one, index) => (
              <Shown one={one} place={index + 1} organisationId={organisationId} />
            ))}
          </Entries>
        )}
      </Section>
      <Section id="add" title="One more">
        {pictures.length >= picturesMost ? (
          <p>{`A page shows ${picturesMost} pictures. Take one away first.`}</p>
        ) : (
          <Form
            name="add-picture"
            action={organisations.pictures(organisationId)}
            values={values}
            problems={problems}
            files
          >
            <FileField
              name="picture"
              label="The picture"
              hint="A PNG, JPEG or WebP of at most 6 MB. We write it anew, without the place and the camera that a file may tell. Whoever is to be known on it has said yes."
              accept="image/png,image/jpeg,image/webp"
            />
            <Field
              name="alt"
              label="What does it show, in a few words?"
              hint="For people who hear the page, like “The green door beside the chemist”."
            />
            <ButtonRow>
              <Button>Show it</Button>
            </ButtonRow>
          </Form>
        )}
      </Section>
    </div>
  );
}

function Shown({ one, place, organisationId }: { one: ShownPicture; place: number; organisationId: string }) {
  return (
    <Entry id={one.id} name={one.alt}>
      <p>
        <Picture {...one} most={{ width: 240, height: 180 }} />
      </p>
      <Form
        name="change-picture"
        action={organisations.removePicture(organisationId, one.id)}
        label={`Picture ${place}: ${one.alt}`}
      >
        <ButtonRow>
          <Button kind="second">Take it away</Button>
          {place > 1 && (
            <Button kind="second" action={organisations.pictureFirst(organisationId, one.id)}>
              Show it first
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Entry>
  );
}
