/** A list without headings that we know at once, and with a row that has to be mended. */
export const libraryRooms = {
  name: 'rooms-2026.csv',
  source: 'Vale Libraries',
  attribution: 'From the list of rooms that Vale Libraries lend out.',
  columns: { Group: 'name', Meets: 'activities', Postcode: 'postcode', Web: 'website', 'Key holder': '' },
  lines: [
    'Group,Meets,Postcode,Web,Key holder',
    'Chess before Breakfast,"Chess and toast, Saturdays from 8 to 10. Boards are there, bring a friend or find one.",AV3 4QT,,yes',
    'The Slow Readers,"One book a season, read aloud together on the first Monday of the month.",AV3 1AA,,no',
    ',A group that books the small room on Thursdays.,AV3 4QT,,no',
    'Knit and Natter at the Weir,"Wool and tea on Wednesday afternoons, for beginners too.",AV5 1AA,,no',
    'Vale Family Historians,"Who were they? Help with parish books and old letters, second Friday of the month.",AV4 1AA,historians.example,yes',
  ],
} as const;

export const hartlowCouncil = {
  name: 'community-groups.csv',
  source: 'Hartlow Council',
  attribution: 'Contains information from Hartlow Council, Open Government Licence v3.0.',
  lines: [
    'Ref,Organisation name,Charity no,Description,Post code,Website,Lead officer',
    'HC-014,Hartlow Allotment Society,,Forty plots by the railway and a waiting list of a year.,AV5 1AA,,Parks',
    'HC-022,Nine Elders Bowls Club,,Lawn bowls from May to September; shoes can be borrowed.,AV5 1AA,,Leisure',
    'HC-031,Hartlow Talking News,,The local paper read aloud and sent on a stick each week.,AV5 1AA,talkingnews.example,Care',
    'HC-040,Friends of Mill Pond,,Clearing weeds and counting newts on the last Sunday.,AV5 1AA,,Parks',
    'HC-047,,,Name to be confirmed.,AV5 1AA,,Leisure',
  ],
} as const;

/** An invented register: type one of its numbers while registering. */
export const charityRegister = {
  name: 'charity.csv',
  source: 'The charity register',
  attribution: '',
  lines: [
    'registered_charity_number,linked_charity_number,charity_name,charity_type,charity_registration_status,date_of_registration,date_of_removal,charity_contact_address1,charity_contact_postcode,charity_contact_web,charity_activities',
    '9900101,0,AMBRY VALE TOY LIBRARY,CIO,Registered,2014-05-06,,3 Weavers Bank,AV3 4QT,toylibrary.example,"Toys and games to borrow, and a morning to try them."',
    '9900102,0,Hartlow Singing for Health,Charitable company,Registered,2009-02-11,,,AV5 1AA,,Singing for people who are short of breath.',
    '9900103,0,Old Eastlock Coal Fund,Other,Removed,1964-03-02,2024-03-04,,,,Coal for the poor of the parish.',
  ],
} as const;
