/** A live role that anybody may pass on, in public words, with the activity and the organisation it is part of. */
export interface FeedRole {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly commitment: string;
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly fromHome: boolean;
  readonly requirements: readonly string[];
  readonly skills: readonly string[];
  readonly accessibility: readonly string[];
  readonly dbsLevel: string;
  readonly untilDay: string;
  readonly liveAt: Date;
  readonly changedAt: Date;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly summary: string;
    readonly website: string;
    readonly number: { readonly scheme: string; readonly number: string } | undefined;
  };
  readonly activity: {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
    readonly causes: readonly string[];
    readonly emergency: boolean;
    readonly times: readonly string[];
    readonly sessions: readonly { readonly day: string; readonly begins: string; readonly ends: string }[];
    readonly place:
      | {
          readonly name: string;
          readonly address: string;
          readonly lat: number | null;
          readonly lon: number | null;
        }
      | undefined;
  };
}
