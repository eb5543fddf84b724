import { describe, expect, it } from 'vitest';
import { screenText } from '../../../../data/core/reports/screen-text.ts';

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
    ['паспорт серия 4510 номер 123456', 'document'],
    ['свидетельство II-ИК № 123456', 'document'],
    ['тг ivan_petrov88', 'account'],
    ['инстаграм: anna_petrova', 'account'],
    ['微信 wx_ivan88', 'account'],
    // Ways around the above that people and spammers take.
    ['8 девять16 сто двадцать три 45 67', 'phone'],
    ['иван.петров собачка яндекс точка ру', 'email'],
    ['ivan собака яндекс ру', 'email'],
    ['ivan(а)mail.ru', 'email'],
    ['почта ivan.petrov gmail.com', 'email'],
    ['ivan.petrov на gmail.com', 'email'],
    [
      '8\uFE0F\u20E39\uFE0F\u20E31\uFE0F\u20E36\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E34\uFE0F\u20E35\uFE0F\u20E36\uFE0F\u20E37\uFE0F\u20E3',
      'phone',
    ],
    ['❽❾❶❻❶❷❸❹❺❻❼', 'phone'],
    ['8\u00AD916\u00AD123\u00AD45\u00AD67', 'phone'],
    ['8\u200D916\u200D123\u200D45\u200D67', 'phone'],
    ['8\u03369\u03361\u03366\u03361\u03362\u03363\u03364\u03365\u03366\u03367\u0336', 'phone'],
    ['8*916*123*45*67', 'phone'],
    ['8 (916) -- 123 -- 45 -- 67', 'phone'],
    ['8 ... 916 ... 123 ... 45 ... 67', 'phone'],
    ['8:916:123:45:67', 'phone'],
    ['8 9I6 l23 4S 6O', 'phone'],
    ['8 9О6 l23 45 б7', 'phone'],
    ['паспорт 4510 № 123456', 'document'],
    ['восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь', 'phone'],
    ['eight nine one six one two three four five six seven', 'phone'],
    ['一三八零零一三八零零零', 'phone'],
    ['ivan собака mail точка ru', 'email'],
    ['ivan at gmail dot com', 'email'],
    ['ivan 艾特 qq 点 com', 'email'],
    ['пишите ivan@yandex', 'email'],
    ['ivan@mail,ru', 'email'],
    ['тг: ivan_petrov', 'account'],
    ['微信号：ivan_petrov88', 'account'],
    ['t.me\u200D/ivan', 'character'],
    ['невидимо\u{E0069}\u{E0076}', 'character'],
    ['пусто\u3164', 'character'],
    ['ПИШИТЕ IVAN.PETROV@MAIL.RU', 'email'],
    ['IVAN СОБАКА MAIL ТОЧКА RU', 'email'],
    ['ТГ: IVAN_PETROV', 'account'],
    ['T.ME/IVAN', 'account'],
    ['Восемь Девятьсот ШЕСТНАДЦАТЬ Сто Двадцать', 'phone'],
    ['Свидетельство ii-ик № 123456', 'document'],
    ['4510 НОМЕР 123456', 'document'],
    ['<SCRIPT>', 'markup'],
    ['&LT;', 'markup'],
    ['a < script>', 'markup'],
    ['<b>жирный</b>', 'markup'],
    ['a <b и b> c', 'markup'],
    ['< img src=x onerror=alert(1)>', 'markup'],
    ['< a href="https://x.ru">сюда</a>', 'markup'],
    ['</ b', 'markup'],
    ['ivan @ yandex', 'email'],
    ['ivan.petrov @ mts', 'email'],
    ['ivan88 @ почта', 'email'],
    ['пишите на ivan @ mail ru', 'email'],
    ['123-45-67 рублей', 'phone'],
    ['100-200-300', 'document'],
    ['916-123-4567 рублей', 'phone'],
    ['8 916 100 20 30 рублей', 'phone'],
    ['звоните 100-200-3000', 'document'],
    ['910 920 9930', 'phone'],
    ['+100 200 3000 руб', 'phone'],
    ['a<b, потом b>c', 'markup'],
    ['< b >', 'markup'],
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
    'семья 👨‍👩‍👧 на одном тарифе',
    'два номера и три линии, одна из них для ребёнка, четыре раза звонили',
    'с 10:30 до 20:00, потом с 10:30-11:45',
    'asked at mts.ru, one of two clerks said no',
    '一家三口，两部手机和一块手表',
    'iPhone 15 Pro и Galaxy S24, 2 SIM',
    'телеграм-канал оператора говорит, что можно',
    // Letters that stand for quantities in comparisons.
    'a < b и b > c',
    'если x < 5 и y > 3, то можно',
    'n < мест, price < 500',
    'было I < my wish was less',
    // An operator's or a place's name after the sign.
    'спросил в чате @ мтс',
    'салон @ Баумана',
    'asked in the shop @ MTS yesterday',
    // Sums, ranges and lists of a few figures each, with what is counted.
    '100-200-300 рублей',
    '500-1000-1500 руб. за линию',
    'пакеты по 100/200/300 минут',
    '100, 200, 300 ГБ',
    '1000 2000 3000 мегабайт',
    '100-200-300 rubles a month',
    '100-200-300 元',
    '199-299-399 руб',
    '₽ 100-200-300',
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
