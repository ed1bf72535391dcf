export const concernStates = { open: 'Open', closed: 'Closed' } as const;

/** What a lead notes about a concern; the words are the lead’s own and sealed. */
export const concernNotes = {
  told_council: 'Told the council’s team',
  told_emergency: 'Rang 999',
  told_person: 'Spoke with the person',
  noted: 'Noted',
} as const;

/** How long a lead may read what two people have opened. */
export const openForHours = 1;
