/**
 * The parameters of a code, already in words of the page's language, so that a catalogue only builds sentences.
 * A parameter that the code does not carry reads as a general word ("the plan"), never as an empty place.
 */
export interface ParamWords {
  /** `«Группа для близких»` */
  plan: string;
  operator: string;
  region: string;
  regions: string;
  /** Place with terms of its own: `Норильск` */
  exception: string;
  /** `взрослый 1` */
  holder: string;
  /** `номер 2` */
  line: string;
  lines: string;
  model: string;
  /** Kind of device: `часы` */
  device: string;
  /** Any one of them will do: `МЫ МТС или МЫ МТС+` */
  tariffs: string;
  /** What has to be asked about an axis: `выдаёт ли он eSIM` */
  whether: string;
  /** Any one of them will do: `приложение или салон` */
  channels: string;
  /** A day as the language writes it; in Russian in the genitive. */
  date(name: string): string;
  /** A number as the language writes it. */
  number(name: string): string;
  /** The same number to choose a plural form by; 0 where it is missing. */
  count(name: string): number;
}
