/** Countries of the United Kingdom and regions of England, by the codes of the Office for National Statistics. */
export const countries = {
  England: 'E92000001',
  'Northern Ireland': 'N92000002',
  Scotland: 'S92000003',
  Wales: 'W92000004',
} as const;

export const englishRegions = {
  'North East': 'E12000001',
  'North West': 'E12000002',
  'Yorkshire and The Humber': 'E12000003',
  'East Midlands': 'E12000004',
  'West Midlands': 'E12000005',
  'East of England': 'E12000006',
  London: 'E12000007',
  'South East': 'E12000008',
  'South West': 'E12000009',
} as const;
