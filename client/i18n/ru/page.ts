/** Words that stand on every page. */
export const page = {
  siteName: 'Семья на eSIM',
  tagline: 'Можно ли в вашем регионе подключить всей семье один тариф с eSIM и откуда это известно',
  skip: 'К содержанию',
  menu: 'Меню',
  navigation: 'Разделы',
  languages: 'Язык',
  nav: {
    map: 'Карта',
    check: 'Проверить семью',
    compare: 'Сравнить',
    guide: 'Справка',
    data: 'Данные',
    about: 'О проекте',
  },
  theme: { title: 'Оформление', light: 'светлое', dark: 'тёмное', auto: 'как в системе' },
  dataOf: (date: string) => `Данные на ${date}`,
  licence: 'Код — MIT, данные — CC BY 4.0',
  notCopied: 'Скопировать не удалось',
  notFound: {
    title: 'Такой страницы нет',
    text: (path: string) =>
      `По адресу ${path} ничего нет. Возможно, в нём опечатка. Начните с карты или списка регионов.`,
    toMap: 'К карте',
  },
};
