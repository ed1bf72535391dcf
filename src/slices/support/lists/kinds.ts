/** What a centre does for a group. */
export const entryKinds = {
  enquiry: 'Enquiry',
  call: 'Call',
  visit: 'Visit',
  advice: 'Advice',
  action: 'Something done',
} as const;
