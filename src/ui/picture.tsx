import { Field } from './fields.tsx';
import { FileField } from './file-field.tsx';
import { Button, ButtonRow, Form, type Problems, type Values } from './form.tsx';

export interface PictureWords {
  src: string;
  alt: string;
  /** Of the file, in points. */
  width: number;
  height: number;
}

/** A picture no larger than so many points, in its own shape. */
export function Picture({
  src,
  alt,
  width,
  height,
  most,
  isBelow,
}: PictureWords & {
  most: { width: number; height: number };
  /** Fetched only when somebody comes near it. */
  isBelow?: boolean;
}) {
  const scale = Math.min(1, most.width / width, most.height / height);
  return (
    <img
      src={src}
      alt={alt}
      width={Math.round(width * scale)}
      height={Math.round(height * scale)}
      loading={isBelow ? 'lazy' : undefined}
    />
  );
}

interface LogoFormProps {
  /** Names of the two forms: `set-logo` and `remove-logo`. */
  names: { set: string; remove: string };
  actions: { set: string; remove: string };
  logo: PictureWords | undefined;
  values?: Values | undefined;
  problems?: Problems | undefined;
}

/** The logo there is, another in its place, or none. */
export function LogoForm({ names, actions, logo, values, problems }: LogoFormProps) {
  return (
    <>
      {logo && (
        <>
          <p>
            <Picture {...logo} most={{ width: 240, height: 120 }} />
          </p>
          <p class="quiet">{`Read out as: “${logo.alt}”`}</p>
          <Form name={names.remove} action={actions.remove}>
            <ButtonRow>
              <Button kind="second">Take the logo away</Button>
            </ButtonRow>
          </Form>
        </>
      )}
      <Form name={names.set} action={actions.set} values={values} problems={problems} files>
        <FileField
          name="picture"
          label={logo ? 'Another picture in its place' : 'The picture'}
          hint="A PNG, JPEG or WebP of at most 6 MB. We write it anew, without the place and the camera that a file may tell."
          accept="image/png,image/jpeg,image/webp"
        />
        <Field
          name="alt"
          label="What does it show, in a few words?"
          hint="For people who hear the page, like “Two hands around a bowl”."
        />
        <ButtonRow>
          <Button>Keep this logo</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
