/** Whom a group or service is for. Nobody is left out by the first choice. */
export const peopleServed = {
  everyone: 'Anyone',
  children: 'Children under 11',
  young: 'Young people, 11 to 25',
  parents: 'Parents and families',
  older: 'Older people',
  carers: 'Carers',
  disabled: 'Disabled people',
  illness: 'People with a long illness',
  homeless: 'People without a home',
  refugees: 'Refugees and people new here',
  women: 'Women',
  men: 'Men',
  lgbt: 'LGBT+ people',
  jobless: 'People looking for work',
  alone: 'People living alone',
} as const;
