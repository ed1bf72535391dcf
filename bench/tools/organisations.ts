import { seeded } from './places.ts';

/** An invented organisation, with words as often as in real registers (`npm run bench -- words` compares them). */
export interface Invented {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly theme: string;
  readonly x: number;
  readonly y: number;
}

/** Words of names that come again and again, the most usual first. */
const usual =
  words(`group association trust community society club centre friends parish hall branch church village
  school fund charity foundation support district young council committee pre womens family playgroup housing project
  sports youth scout care national international memorial educational local action art music theatre heritage garden
  history residents village tenants parents carers older disabled cricket football bowling allotment nursery day
  services network alliance league union institute college hospital relief welfare advice mutual cooperative energy
  enterprise development arts choir orchestra singers players band museum library railway canal woodland nature
  wildlife animal rescue ambulance lifeboat blind deaf mental health hospice cancer dementia stroke autism learning
  disability refugee women men children babies toddlers students teachers nurses farmers anglers sailing rowing
  tennis golf rugby hockey swimming athletics cycling walking riding`);
/** Words of what they write about themselves, the most usual first; the first dozen hold every sentence together. */
const said =
  words(`the and of to for in a with by is people or who on are their from other children support as
  community activities provide education young local advice health relief training through which promote help
  life families all social needs services public facilities charity provision benefit school events grants work
  project information disability development welfare care members skills groups those area volunteers including
  church poverty housing home recreation environment music arts older women parents mental weekly open organise
  sport religious advancement financial hardship elderly running cultural building village learning opportunities
  meals lunch food clubs friendship loneliness isolation transport driving garden gardening repair clothes furniture
  debt money benefits employment jobs english language classes computers digital dementia carers respite counselling
  bereavement drugs alcohol addiction recovery homeless refugees asylum legal rights domestic abuse safety crime
  prisoners ex-offenders animals wildlife conservation climate energy recycling history heritage museum theatre dance
  drama singing choir film reading library playgroup toddlers nursery holidays camps outdoor walking cycling football
  cricket swimming exercise wellbeing therapy massage cooking healthy eating cafe hall hire rooms meetings coffee
  morning afternoon evening tuesday thursday saturday referral befriending visiting telephone listening mentoring
  apprentices business enterprise cooperative credit savings insurance research hospital nursing disabled deaf blind
  autism adhd stroke cancer heart diabetes hiv pregnancy babies mothers fathers grandparents teenagers students`);

const starts =
  words(`ash beck birch black bram brook bur cal carl chad clay cold cross dal den dun east eaves elm
  fen fern ford gar glen graf hal harl hart hay hol horn kel ken kirk lang lind lock mar mel mill`);
const middles = [
  '',
  '',
  '',
  'er',
  'ing',
  'en',
  'a',
  'o',
  'el',
  'wick',
  'ley',
  'ston',
  'ra',
  'mi',
  'tor',
  'and',
];
const ends =
  words(`bourne bridge bury by cliff combe cote dale den don field firth ford gate grove ham hampton hill
  holme hurst ing land ley low mere mond more ness port ridge sea sett shaw stead stock ton wade well wick worth`);
const tails = [
  '',
  's',
  'er',
  'ova',
  'ski',
  'an',
  'ia',
  'eth',
  'ine',
  'ur',
  'ane',
  'oke',
  'ell',
  'ish',
  'en',
  'ola',
];

/** Places and surnames that many share, and those that hardly anybody has. */
const [sharedWords, rareWords] = [12_000, 400_000];
const themes = ['food', 'arts', 'sport', 'advice', 'health', 'green', 'company', 'learning'];

/** How much more often the first of a list is drawn than its last; measured on real registers. */
const steepest = 1.6;

export function* organisations(count: number): Generator<Invented> {
  const chance = seeded(41);
  const towns = Array.from({ length: 400 }, () => ({ x: chance() * 400_000, y: chance() * 500_000 }));
  for (let index = 0; index < count; index += 1) {
    const town = towns[Math.floor(chance() ** 2 * towns.length)] ?? { x: 0, y: 0 };
    const spread = () => 6000 * (chance() + chance() + chance() - 1.5);
    const text = sentence(chance, Math.round(8 + 32 * (chance() + chance())));
    const cut = text.indexOf(' ', 90);
    yield {
      id: `018f0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
      name: name(chance),
      summary: cut < 0 ? text : text.slice(0, cut),
      description: cut < 0 ? '' : text.slice(cut + 1),
      theme: pick(themes, chance() ** 1.5),
      x: town.x + spread(),
      y: town.y + spread(),
    };
  }
}

/** Between three and seven words: some that everybody has, one or two that hardly anybody has. */
function name(chance: () => number): string {
  const common = () => capital(pick(usual, chance() ** steepest));
  const rare = () => capital(rareWord(chance));
  const kind = chance();
  if (kind < 0.2) return `${rare()} ${rare()} ${common()} ${common()}`;
  if (kind < 0.32) return `The ${rare()} ${rare()} ${pick(['Trust', 'Foundation', 'Charity'], chance())}`;
  if (kind < 0.44) return `${1 + Math.floor(chance() ** 3 * 40)}th ${rare()} ${rare()} ${common()} Group`;
  if (kind < 0.56) return `Friends of ${rare()} ${rare()} ${common()}`;
  if (kind < 0.66) return `${common()} and ${common()} for ${rare()} and District`;
  if (kind < 0.78) return `${rare()} ${common()} ${pick(['Limited', 'Society', 'CIC'], chance())}`;
  if (kind < 0.9) return `${rare()} and ${rare()} ${common()} ${common()} Association`;
  return `The ${common()} of St ${rare()}, ${rare()}`;
}

function sentence(chance: () => number, length: number): string {
  return Array.from({ length }, () =>
    chance() < 0.22 ? subjectWord(chance) : pick(said, chance() ** 2.9),
  ).join(' ');
}

/** A made-up word. A few come often, most hardly ever, as names of places and people do. */
function rareWord(chance: () => number): string {
  const isShared = chance() < 0.8;
  const rank = Math.floor(isShared ? sharedWords * chance() ** 2.4 : rareWords * chance() ** 1.6);
  return wordOf(rank);
}

function wordOf(rank: number): string {
  const [start, end] = [starts[rank % starts.length], ends[Math.floor(rank / 43) % ends.length]];
  const middle = middles[Math.floor(rank / 1763) % middles.length];
  return `${start}${middle}${end}${tails[Math.floor(rank / 28_208) % tails.length]}`;
}

/** Subjects are fewer than names. */
function subjectWord(chance: () => number): string {
  return chance() < 0.85 ? wordOf(Math.floor(14_000 * chance() ** 2.6)) : rareWord(chance);
}

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

function pick(list: readonly string[], share: number): string {
  return list[Math.floor(share * list.length)] ?? '';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
