/** What helps somebody take part: the terms of the national standard, each with our own short words. */
export const accessibility = {
  ExpensesPaid: 'Expenses are paid',
  PublicTransportAccess: 'Near a bus or train',
  PhysicalAccessibility: 'Step-free',
  BuildingAccessibilityFeatures: 'A lift, a ramp or a wide toilet',
  ParkingAvailability: 'Parking',
  RemoteAccessibility: 'Can be done from elsewhere',
  CareProfessionals: 'A carer may come along',
  ServiceAnimals: 'Assistance dogs are welcome',
  VisualImpairment: 'Works for people who see little',
  DigitalAccessibility: 'Works with a screen reader',
  LanguageRequirements: 'Little English is enough',
  AgeRequirements: 'Made for a certain age',
  TechnologyAvailability: 'Computer or phone is lent',
  TechnologyRequirements: 'Needs a computer or phone',
  WifiUsage: 'Wifi is there',
} as const;

/** Those that the directory’s filters know, too. */
export const accessibilityMeans: Readonly<Partial<Record<keyof typeof accessibility, string>>> = {
  PublicTransportAccess: 'bus',
  PhysicalAccessibility: 'step_free',
  ParkingAvailability: 'parking',
  RemoteAccessibility: 'online',
};
