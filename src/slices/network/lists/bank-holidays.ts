/**
 * Bank holidays of England and Wales, from the dates the government publishes; other nations come with the settings.
 * Substitute days are the ones that count.
 */
export const bankHolidays: readonly { nation: string; day: string; name: string }[] = [
  { nation: 'england-and-wales', day: '2025-01-01', name: 'New Year’s Day' },
  { nation: 'england-and-wales', day: '2025-04-18', name: 'Good Friday' },
  { nation: 'england-and-wales', day: '2025-04-21', name: 'Easter Monday' },
  { nation: 'england-and-wales', day: '2025-05-05', name: 'Early May bank holiday' },
  { nation: 'england-and-wales', day: '2025-05-26', name: 'Spring bank holiday' },
  { nation: 'england-and-wales', day: '2025-08-25', name: 'Summer bank holiday' },
  { nation: 'england-and-wales', day: '2025-12-25', name: 'Christmas Day' },
  { nation: 'england-and-wales', day: '2025-12-26', name: 'Boxing Day' },
  { nation: 'england-and-wales', day: '2026-01-01', name: 'New Year’s Day' },
  { nation: 'england-and-wales', day: '2026-04-03', name: 'Good Friday' },
  { nation: 'england-and-wales', day: '2026-04-06', name: 'Easter Monday' },
  { nation: 'england-and-wales', day: '2026-05-04', name: 'Early May bank holiday' },
  { nation: 'england-and-wales', day: '2026-05-25', name: 'Spring bank holiday' },
  { nation: 'england-and-wales', day: '2026-08-31', name: 'Summer bank holiday' },
  { nation: 'england-and-wales', day: '2026-12-25', name: 'Christmas Day' },
  { nation: 'england-and-wales', day: '2026-12-28', name: 'Boxing Day, moved' },
  { nation: 'england-and-wales', day: '2027-01-01', name: 'New Year’s Day' },
  { nation: 'england-and-wales', day: '2027-03-26', name: 'Good Friday' },
  { nation: 'england-and-wales', day: '2027-03-29', name: 'Easter Monday' },
  { nation: 'england-and-wales', day: '2027-05-03', name: 'Early May bank holiday' },
  { nation: 'england-and-wales', day: '2027-05-31', name: 'Spring bank holiday' },
  { nation: 'england-and-wales', day: '2027-08-30', name: 'Summer bank holiday' },
  { nation: 'england-and-wales', day: '2027-12-27', name: 'Christmas Day, moved' },
  { nation: 'england-and-wales', day: '2027-12-28', name: 'Boxing Day, moved' },
  { nation: 'england-and-wales', day: '2028-01-03', name: 'New Year’s Day, moved' },
];
