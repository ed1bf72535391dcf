import { z } from 'zod';
import { email, optionalText, text, version } from '../../../platform/words.ts';
import { Clocks } from './network.ts';

export const NameNetwork = z.strictObject({
  name: text({ max: 80, missing: 'Write the name of the network, as people say it.' }),
  strapline: text({ max: 120, missing: 'Say in a few words what people find here.' }),
  hub_name: text({ max: 80, missing: 'Write what your office is called.' }),
  hub_phone: z
    .string()
    .default('')
    .transform((value) => value.trim().replace(/\s+/g, ' '))
    .refine((value) => value === '' || /^\+?[\d ()-]{9,20}$/.test(value), {
      error: 'A telephone number has ten or eleven figures, like 01632 960144.',
    }),
  hub_email: email,
  version,
});
export type NameNetwork = z.infer<typeof NameNetwork>;

/** One sentence a line. */
const sentences = text({ max: 1200, missing: 'Promise at least one thing, in one sentence.' })
  .transform((value) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .refine((lines) => lines.length <= 8, {
    error: 'That is more than eight sentences. Nobody reads more on a front page.',
  });

type ClockName = keyof Clocks;

/** What each clock is, with the fewest and the most that still make sense. */
export const clockWords: Readonly<
  Record<ClockName, { label: string; unit: string; min: number; max: number }>
> = {
  registration_answer_days: { label: 'A centre answers a new group', unit: 'working days', min: 1, max: 30 },
  suggestion_answer_days: {
    ...{ label: 'Whoever says that something is wrong hears back', unit: 'working days', min: 1, max: 60 },
  },
  hello_answer_days: {
    label: 'A group answers another one that says hello',
    unit: 'working days',
    min: 1,
    max: 60,
  },
  help_answer_days: { label: 'Whoever asks for help hears back', unit: 'working days', min: 1, max: 30 },
  enquiry_answer_days: { label: 'A centre answers a new volunteer', unit: 'working days', min: 1, max: 30 },
  introduction_answer_days: {
    label: 'A group answers a new volunteer',
    unit: 'working days',
    min: 1,
    max: 30,
  },
  climb_days: { label: 'What is late goes to the next person', unit: 'working days', min: 1, max: 30 },
  check_due_months: { label: 'A group is asked whether its page is right', unit: 'months', min: 1, max: 36 },
  check_old_months: { label: 'The page says that it may be out of date', unit: 'months', min: 1, max: 36 },
  check_out_months: { label: 'The page is no longer found', unit: 'months', min: 1, max: 48 },
};

export const clockNames = Clocks.keyof().options;

function clock(name: ClockName) {
  const { min, max, unit } = clockWords[name];
  const error = `Write a number of ${unit} from ${min} to ${max}.`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

export const SetPromise = z
  .strictObject({
    promise: sentences,
    registration_answer_days: clock('registration_answer_days'),
    suggestion_answer_days: clock('suggestion_answer_days'),
    hello_answer_days: clock('hello_answer_days'),
    help_answer_days: clock('help_answer_days'),
    enquiry_answer_days: clock('enquiry_answer_days'),
    introduction_answer_days: clock('introduction_answer_days'),
    climb_days: clock('climb_days'),
    check_due_months: clock('check_due_months'),
    check_old_months: clock('check_old_months'),
    check_out_months: clock('check_out_months'),
    version,
  })
  .refine((input) => input.check_due_months < input.check_old_months, {
    path: ['check_old_months'],
    error: 'A page may be out of date only some time after its group was asked. Write a larger number.',
  })
  .refine((input) => input.check_old_months < input.check_out_months, {
    path: ['check_out_months'],
    error:
      'A page is left out only some time after it says that it may be out of date. Write a larger number.',
  });
export type SetPromise = z.infer<typeof SetPromise>;

export const SetWords = z.strictObject({
  welcome: optionalText(240),
  centre_word: text({ max: 40, missing: 'Write what one of them is called, like “volunteer centre”.' }),
  centres_word: text({ max: 40, missing: 'Write what several are called, like “volunteer centres”.' }),
  version,
});

/** Licences under which public records may be given away; the addresses are those of their texts. */
export const licences = {
  'OGL-UK-3.0': {
    name: 'Open Government Licence 3.0',
    note: 'Anybody may use it and says where it is from. What councils use.',
    address: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  'CC-BY-4.0': {
    name: 'Creative Commons Attribution 4.0',
    note: 'The same, known all over the world.',
    address: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'CC0-1.0': {
    name: 'Creative Commons Zero 1.0',
    note: 'Anybody may use it for anything and need not say where it is from.',
    address: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
} as const;

export const SetLicence = z.strictObject({
  data_licence: z.enum(['OGL-UK-3.0', 'CC-BY-4.0', 'CC0-1.0'], { error: 'Choose one of the licences.' }),
  version,
});

/** Of each what it counts for and how that is said; the very name counts for ten, one word of it for two. */
export const weightWords = {
  nearness_weight: { 2: 'A little', 6: 'As usual', 9: 'A lot' },
  freshness_weight: { 0: 'Not at all', 2: 'As usual', 6: 'A lot' },
} as const;

export const SetWeights = z.strictObject({
  nearness_weight: weight('nearness_weight'),
  freshness_weight: weight('freshness_weight'),
  version,
});

function weight(name: keyof typeof weightWords) {
  return z
    .string({ error: 'Choose one.' })
    .refine((value) => Object.hasOwn(weightWords[name], value), { error: 'Choose one.' })
    .transform(Number);
}

export const SetColour = z.strictObject({
  colour: z
    .string()
    .default('')
    .transform((value) =>
      value
        .trim()
        .toLowerCase()
        .replace(/^([0-9a-f]{6})$/, '#$1'),
    )
    .refine((value) => value === '' || /^#[0-9a-f]{6}$/.test(value), {
      error: 'A colour is written as # and six figures or letters from a to f, like #12483b.',
    }),
  version,
});

export const SetMap = z.strictObject({
  map_tiles: optionalText(300),
  map_credit: optionalText(200),
  version,
});
export type SetMap = z.infer<typeof SetMap>;

const hour = z.coerce
  .number({ error: 'Choose an hour, like 21.00.' })
  .int({ error: 'Choose an hour, like 21.00.' })
  .min(0, { error: 'Choose an hour, like 21.00.' })
  .max(23, { error: 'Choose an hour, like 21.00.' });

export const SetQuietHours = z.strictObject({ quiet_from: hour, quiet_until: hour, version });

export const SetLogo = z.strictObject({
  alt: text({ max: 150, missing: 'Say what the picture shows, for people who hear the page.' }),
});

const day = z
  .string()
  .default('')
  .refine((value) => value === '' || /^\d{4}-\d\d-\d\d$/.test(value), {
    error: 'Write a day as year, month and day, like 2026-12-24.',
  })
  .refine((value) => value === '' || !Number.isNaN(Date.parse(`${value}T12:00:00Z`)), {
    error: 'There is no such day.',
  });

export const SetBanner = z
  .strictObject({
    banner: optionalText(300),
    banner_level: z.enum(['calm', 'warn'], { error: 'Choose how it looks.' }),
    banner_from: day,
    banner_until: day,
    version,
  })
  .refine(({ banner_from: from, banner_until: until }) => from === '' || until === '' || from <= until, {
    path: ['banner_until'],
    error: 'It would end before it begins. Look at the two days again.',
  });
export type SetBanner = z.infer<typeof SetBanner>;

export const SetNation = z.strictObject({
  nation: z.enum(['england-and-wales', 'scotland', 'northern-ireland'], { error: 'Choose one of them.' }),
  version,
});

export const AddHoliday = z.strictObject({
  day: day.refine((value) => value !== '', { error: 'Write the day, like 2026-12-24.' }),
  name: text({ max: 80, missing: 'Write what the day is called.' }),
});
export type AddHoliday = z.infer<typeof AddHoliday>;

export const RemoveHoliday = z.strictObject({ day });

export const OpenDoors = z.strictObject({ answer: z.enum(['open', 'close']), version });

/** Words for the fields of the settings, where both versions of one are shown. */
export const settingWords: Readonly<Record<string, string>> = {
  name: 'Name of the network',
  strapline: 'What people find here',
  hub_name: 'Name of your office',
  hub_phone: 'Telephone',
  hub_email: 'E-mail',
  promise: 'Promise',
  welcome: 'Welcome',
  centre_word: 'One centre is called',
  centres_word: 'Several are called',
  data_licence: 'Licence',
  colour: 'Colour',
  nation: 'Bank holidays of',
  nearness_weight: 'How much nearness counts',
  freshness_weight: 'How much a late check counts',
  map_tiles: 'Address of the pictures',
  map_credit: 'Who drew them',
  quiet_from: 'Quiet from',
  quiet_until: 'Quiet until',
  logo: 'Logo',
  banner: 'Notice',
  banner_level: 'How it looks',
  banner_from: 'From',
  banner_until: 'Until',
  published_at: 'Front door',
  ...Object.fromEntries(Object.entries(clockWords).map(([name, { label }]) => [name, label])),
};
