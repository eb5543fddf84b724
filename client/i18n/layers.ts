import type { Language } from '../../data/core/schema/localized-text.ts';
import type { ColourClass } from '../colours/colour-classes.ts';

/** What people read of a layer of the map. */
interface LayerWords {
  title: string;
  /** What the colours mean, and what they do not. */
  help: string;
  /** What the steps of a scale count. */
  scale?: string;
  names: Partial<Record<ColourClass, string>>;
  /** Short names under the steps of a scale. */
  steps?: Partial<Record<ColourClass, string>>;
}

const ANSWERS = {
  ru: {
    'yes-3': 'Да, о тарифе говорит оператор',
    'yes-2': 'Да, есть местные сведения',
    'yes-1': 'Да, но местных сведений нет',
    'partial-3': 'Возможно, о тарифе говорит оператор',
    'partial-2': 'Возможно, есть местные сведения',
    'partial-1': 'Возможно, местных сведений нет',
    'no-3': 'Скорее всего, нет, по данным оператора',
    'no-2': 'Скорее всего, нет, есть сведения о регионе',
    'no-1': 'Скорее всего, нет, для региона не подтверждено',
    lead: 'Неизвестно, есть зацепки',
    none: 'Неизвестно, ничего не нашли',
  },
  en: {
    'yes-3': 'Yes, the operator speaks of the plan',
    'yes-2': 'Yes, with local reports',
    'yes-1': 'Yes, but no local reports',
    'partial-3': 'Possible, the operator speaks of the plan',
    'partial-2': 'Possible, with local reports',
    'partial-1': 'Possible, no local reports',
    'no-3': 'Probably not, the operator says so',
    'no-2': 'Probably not, reported for the region',
    'no-1': 'Probably not, not confirmed for the region',
    lead: 'Unknown, there are leads',
    none: 'Unknown, nothing found',
  },
  zh: {
    'yes-3': '可以，运营商介绍过该套餐',
    'yes-2': '可以，当地有消息',
    'yes-1': '可以，但当地没有消息',
    'partial-3': '有可能，运营商介绍过该套餐',
    'partial-2': '有可能，当地有消息',
    'partial-1': '有可能，当地没有消息',
    'no-3': '很可能不行，运营商这样说',
    'no-2': '很可能不行，有本地区的消息',
    'no-1': '很可能不行，本地区未证实',
    lead: '不清楚，有线索',
    none: '不清楚，没有查到',
  },
} as const satisfies Record<Language, LayerWords['names']>;

/** The words of every layer, in the order of the choice; what each shows is in `client/pages/map-layers.ts`. */
export const layerWords = {
  bundle: {
    ru: {
      title: 'Общий пакет',
      help: 'Один пакет на двоих взрослых и подростка. Чем ярче цвет, тем больше известно о самом тарифе в регионе.',
      names: ANSWERS.ru,
    },
    en: {
      title: 'Shared bundle',
      help: 'One bundle for two adults and a teenager. The stronger the colour, the more is known of the plan itself in the region.',
      names: ANSWERS.en,
    },
    zh: {
      title: '共享额度',
      help: '两名成人和一名青少年共用一份额度。颜色越鲜明，关于该套餐在当地的依据越可靠。',
      names: ANSWERS.zh,
    },
  },
  payer: {
    ru: {
      title: 'Платит один',
      help: 'Один платит за всех, минуты и гигабайты у каждого свои.',
      names: ANSWERS.ru,
    },
    en: {
      title: 'One payer',
      help: 'One person pays for all; minutes and data stay separate.',
      names: ANSWERS.en,
    },
    zh: { title: '一人付款', help: '一人为全家付款，通话和流量各用各的。', names: ANSWERS.zh },
  },
  limits: {
    ru: {
      title: 'Ограничения интернета',
      help: 'Что сообщалось о мобильном интернете в регионе. На ответ не влияет. Не сообщалось — не значит, что их нет.',
      names: {
        'amount-5': 'Постоянные зоны ограничений',
        'amount-3': 'Отключения',
        none: 'Не сообщалось',
      },
    },
    en: {
      title: 'Limits of internet',
      help: 'What was reported of mobile internet in the region. It does not change the answer. No report does not mean no limits.',
      names: {
        'amount-5': 'Lasting zones of limits',
        'amount-3': 'Cuts',
        none: 'None reported',
      },
    },
    zh: {
      title: '移动上网限制',
      help: '关于本地区移动上网的报道，不影响答案。没有报道不等于没有限制。',
      names: {
        'amount-5': '长期限制区',
        'amount-3': '断网',
        none: '没有报道',
      },
    },
  },
  networks: {
    ru: {
      title: 'Где нет связи',
      help: 'Известные числа посёлков без связи или без 4G, каждое со своим годом и определением: между собой их не сравнить.',
      names: { 'amount-3': 'Есть посёлки без связи', none: 'Чисел не нашли' },
    },
    en: {
      title: 'Networks incomplete',
      help: 'Known counts of settlements without service or without 4G, each with a year and a definition of its own: they cannot be compared.',
      names: { 'amount-3': 'Settlements without service', none: 'No figures found' },
    },
    zh: {
      title: '信号缺口',
      help: '已知的无信号或无 4G 居民点数量，年份和定义各不相同，不能互相比较。',
      names: { 'amount-3': '有无信号的居民点', none: '没有查到数字' },
    },
  },
  presence: {
    ru: {
      title: 'Где есть оператор',
      help: 'Обслуживает ли оператор договоры этого региона. О семейном тарифе это не говорит.',
      names: {
        present: 'Есть',
        'present-partly': 'Есть с оговорками',
        absent: 'Скорее всего, не продаёт',
        none: 'Неизвестно',
      },
    },
    en: {
      title: 'Where an operator is',
      help: 'Whether the operator serves contracts of the region. It says nothing of a family plan.',
      names: {
        present: 'Present',
        'present-partly': 'Present, with reservations',
        absent: 'Probably does not sell here',
        none: 'Unknown',
      },
    },
    zh: {
      title: '运营商覆盖的地区',
      help: '该运营商是否办理本地区的合同，与家庭套餐无关。',
      names: {
        present: '有',
        'present-partly': '有，但有保留',
        absent: '很可能不在此销售',
        none: '不清楚',
      },
    },
  },
  numbers: {
    ru: {
      title: 'Номера оператора',
      help: 'Мобильные номера, выделенные оператору по реестру. Это не покрытие и не доказательство продаж.',
      scale: 'Регионов по количеству номеров',
      names: {
        'amount-5': '5 млн и больше',
        'amount-4': 'от 1 млн до 5 млн',
        'amount-3': 'от 500 тыс. до 1 млн',
        'amount-2': 'от 100 до 500 тыс.',
        'amount-1': 'меньше 100 тыс.',
        'amount-0': 'Номеров нет',
      },
      steps: {
        'amount-0': 'нет',
        'amount-1': 'до 100 тыс.',
        'amount-2': '100 тыс.',
        'amount-3': '500 тыс.',
        'amount-4': '1 млн',
        'amount-5': '5 млн',
      },
    },
    en: {
      title: 'Numbers of an operator',
      help: 'Mobile numbers allocated by the register: neither coverage nor proof of sale.',
      scale: 'Regions by count of numbers',
      names: {
        'amount-5': '5 million or more',
        'amount-4': '1 to 5 million',
        'amount-3': '500,000 to 1 million',
        'amount-2': '100,000 to 500,000',
        'amount-1': 'under 100,000',
        'amount-0': 'No numbers',
      },
      steps: {
        'amount-0': 'none',
        'amount-1': '<100k',
        'amount-2': '100k',
        'amount-3': '500k',
        'amount-4': '1M',
        'amount-5': '5M',
      },
    },
    zh: {
      title: '运营商的号码',
      help: '登记册分配给运营商的手机号码：既不是信号覆盖，也不能证明有销售。',
      scale: '按号码数量统计的地区',
      names: {
        'amount-5': '500 万及以上',
        'amount-4': '100 万至 500 万',
        'amount-3': '50 万至 100 万',
        'amount-2': '10 万至 50 万',
        'amount-1': '不足 10 万',
        'amount-0': '没有号码',
      },
      steps: {
        'amount-0': '无',
        'amount-1': '<10万',
        'amount-2': '10万',
        'amount-3': '50万',
        'amount-4': '100万',
        'amount-5': '500万',
      },
    },
  },
  reports: {
    ru: {
      title: 'Что рассказали семьи',
      help: 'О каких регионах есть проверенные рассказы семей. На ответ не влияют. Нет рассказов — не значит, что нельзя.',
      names: {
        'amount-3': 'Пять и больше об одном',
        lead: 'Мало: меньше пяти об одном',
        none: 'Пока никто не рассказал',
      },
    },
    en: {
      title: 'What families report',
      help: 'Regions that checked reports of families are about. They do not change the answer. No report does not mean no.',
      names: {
        'amount-3': 'Five or more about the same',
        lead: 'Few: under five about the same',
        none: 'No reports yet',
      },
    },
    zh: {
      title: '家庭反馈',
      help: '哪些地区有经过核查的家庭反馈，不影响答案。没有反馈不等于不行。',
      names: {
        'amount-3': '同一问题有五条以上',
        lead: '较少：同一问题不足五条',
        none: '暂无反馈',
      },
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, LayerWords>>>>;

/** What the map can be coloured by. The first is the default. */
export type Layer = keyof typeof layerWords;
