/** What somebody does that decides about a check. Who ticks none works beside people, not with anybody in their care. */
export const duties = {
  children_alone:
    'Teaches, trains, looks after or supervises children under 18, not always under somebody’s eye',
  children_watched: 'The same, always under the eye of somebody who was checked',
  adults_care: 'Helps an adult who is ill, old or disabled with washing, dressing, eating or the toilet',
  adults_health: 'Gives health care, or first aid for a first-aid body',
  adults_money: 'Handles an adult’s money, bills or shopping because of age, illness or disability',
  adults_lifts: 'Drives or takes adults to or from health or social care',
  adults_often: 'Is often with adults who get health or social care, such as in a care home or on visits',
  money: 'Handles the group’s money or keys',
} as const;

export const oftenWords = {
  often: 'Once a week or more, four days in a month, or overnight',
  seldom: 'Less often than that',
} as const;
