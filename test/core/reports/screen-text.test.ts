import { describe, expect, it } from 'vitest';
import { screenText } from '../../../data/core/reports/screen-text.ts';

const kindsIn = (text: string) => screenText(text).map(({ kind }) => kind);

describe('what may not be sent in a text', () => {
  it.each([
    ['позвоните мне 8 916 123-45-67', 'phone'],
    ['+7(916)1234567', 'phone'],
    ['мой номер 9161234567', 'phone'],
    ['八 ８９１６１２３４５６７ 打', 'phone'],
    ['٨٩١٦١٢٣٤٥٦٧', 'document'],
    ['8.9.1.6.1.2.3.4.5.6.7', 'phone'],
    ['+86 138 0013 8000', 'phone'],
    ['городской 123-45-67', 'phone'],
    ['паспорт 4508 123456', 'document'],
    ['СНИЛС 112-233-445 95', 'document'],
    ['загран 75 1234567', 'document'],
    ['E12345678', 'document'],
    ['карта 4111 1111 1111 1111', 'card'],
    ['МИР 2200 0000 0000 0004', 'card'],
    ['ICCID 8970199123456789013', 'document'],
    ['пишите ivan.petrov@mail.ru', 'email'],
    ['ivan (at) mail (dot) ru', 'email'],
    ['иван[собака]почта.рф', 'email'],
    ['телеграм @ivan_petrov', 'account'],
    ['https://t.me/ivan', 'account'],
    ['vk.com/id123', 'account'],
    ['<script>alert(1)</script>', 'markup'],
    ['a <b onclick=x>', 'markup'],
    ['&lt;', 'markup'],
    ['обратно \u202Eтекст', 'character'],
    ['нуль\u0000', 'character'],
    ['zero\u200Bwidth', 'character'],
  ])('finds it in %j', (text, kind) => {
    expect(kindsIn(text)).toContain(kind);
  });

  it.each([
    'В салоне на Баумана сказали, что не выйдет',
    'тариф за 1500 руб, 30 ГБ и 1200 минут на 3 номера',
    'с 01.03.2026 по 15.11.2026 и 2026-11-30 тоже',
    'звонил на 8 800 250-08-90, ответили, что можно',
    'короткий 0890 и *100#',
    'Redmi 2201117TG и SM-S928B/DS, EID не смотрели',
    'цена < 500 & скорость > 10',
    'две строки\nи табуляция\tесть',
    'https://mts.ru/personal/tarif?id=12345',
  ])('takes %j', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('tells the place, so that a form can mark it', () => {
    const text = '😀 звоните 8 916 123-45-67, жду';
    const [place] = screenText(text);
    expect(place && text.slice(place.start, place.end)).toBe('8 916 123-45-67');
  });

  it('takes the number of an office, not of a person, where a contact is corrected', () => {
    const kinds = (text: string) =>
      screenText(text, { allowsOfficeNumbers: true }).map(({ kind }) => kind);
    expect(kinds('+7 843 221-22-22')).toEqual([]);
    expect(kinds('+7 916 123-45-67')).toEqual(['phone']);
  });
});
