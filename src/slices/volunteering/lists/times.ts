/** Weekday and part of the day, the terms of the national standard: 6 to 12, 12 to 18 and 18 to 24 o’clock. */
export const times = {
  MondayMorning: 'Monday morning',
  MondayAfternoon: 'Monday afternoon',
  MondayEvening: 'Monday evening',
  TuesdayMorning: 'Tuesday morning',
  TuesdayAfternoon: 'Tuesday afternoon',
  TuesdayEvening: 'Tuesday evening',
  WednesdayMorning: 'Wednesday morning',
  WednesdayAfternoon: 'Wednesday afternoon',
  WednesdayEvening: 'Wednesday evening',
  ThursdayMorning: 'Thursday morning',
  ThursdayAfternoon: 'Thursday afternoon',
  ThursdayEvening: 'Thursday evening',
  FridayMorning: 'Friday morning',
  FridayAfternoon: 'Friday afternoon',
  FridayEvening: 'Friday evening',
  SaturdayMorning: 'Saturday morning',
  SaturdayAfternoon: 'Saturday afternoon',
  SaturdayEvening: 'Saturday evening',
  SundayMorning: 'Sunday morning',
  SundayAfternoon: 'Sunday afternoon',
  SundayEvening: 'Sunday evening',
} as const;

/** How one asks for them in the list of roles. */
export const when = {
  weekday_daytime: 'Weekdays in the daytime',
  weekday_evening: 'Weekday evenings',
  weekend: 'Saturday or Sunday',
  any: 'Whenever it suits both',
} as const;
