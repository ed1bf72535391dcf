/** The fixed words of a sheet in one language. They stand beside the English ones, never in their place. */
export interface Headings {
  /** As its speakers write it. */
  readonly language: string;
  readonly rightToLeft?: true;
  readonly title: string;
  readonly ringFirst: string;
  readonly forWhom: string;
  readonly notFor: string;
  readonly cost: string;
  readonly howToCome: string;
  readonly waiting: string;
  readonly speaks: string;
}

/** A language more is one entry more. Have somebody read it who grew up with it; docs/signposting.md says how. */
export const headings: Readonly<Record<string, Headings>> = {
  so: {
    language: 'Soomaali',
    title: 'Meelaha ku caawin kara',
    ringFirst: 'Marka hore soo wac',
    forWhom: 'Cidda loogu talagalay',
    notFor: 'Looma talagalin',
    cost: 'Qiimaha',
    howToCome: 'Sida loo yimaado',
    waiting: 'Sugitaanka',
    speaks: 'Luqadaha',
  },
  pl: {
    language: 'Polski',
    title: 'Miejsca, które mogą Ci pomóc',
    ringFirst: 'Najpierw zadzwoń',
    forWhom: 'Dla kogo',
    notFor: 'Nie dla',
    cost: 'Koszt',
    howToCome: 'Jak skorzystać',
    waiting: 'Czas oczekiwania',
    speaks: 'Języki',
  },
  uk: {
    language: 'Українська',
    title: 'Місця, де вам можуть допомогти',
    ringFirst: 'Спочатку зателефонуйте',
    forWhom: 'Для кого',
    notFor: 'Не для',
    cost: 'Вартість',
    howToCome: 'Як звернутися',
    waiting: 'Час очікування',
    speaks: 'Мови',
  },
  pt: {
    language: 'Português',
    title: 'Lugares que o podem ajudar',
    ringFirst: 'Telefone primeiro',
    forWhom: 'Para quem',
    notFor: 'Não é para',
    cost: 'Custo',
    howToCome: 'Como ter acesso',
    waiting: 'Tempo de espera',
    speaks: 'Línguas',
  },
  ar: {
    language: 'العربية',
    rightToLeft: true,
    title: 'أماكن يمكنها مساعدتك',
    ringFirst: 'اتصل أولاً',
    forWhom: 'لمن',
    notFor: 'ليس لـ',
    cost: 'التكلفة',
    howToCome: 'كيفية الحضور',
    waiting: 'مدة الانتظار',
    speaks: 'اللغات',
  },
  ur: {
    language: 'اردو',
    rightToLeft: true,
    title: 'وہ جگہیں جو آپ کی مدد کر سکتی ہیں',
    ringFirst: 'پہلے فون کریں',
    forWhom: 'کس کے لیے',
    notFor: 'کس کے لیے نہیں',
    cost: 'خرچ',
    howToCome: 'کیسے آئیں',
    waiting: 'انتظار کا وقت',
    speaks: 'زبانیں',
  },
};
