import { describe, expect, it } from 'vitest';
import { parseData } from '../../../../data/tools/authored/data-files.ts';
import { formatIssue } from '../../../../data/tools/authored/issue.ts';
import { deviceNamesUnique, deviceValuesSound } from '../../../../data/tools/lint/devices.ts';
import { lintData, RULES } from '../../../../data/tools/lint/lint-data.ts';
import {
  type SampleData,
  sampleClaim,
  sampleData,
  sampleFiles,
} from '../../../fixtures/sample-data.ts';

function lint(data: SampleData): string[] {
  const parsed = parseData(sampleFiles(data));
  expect(parsed.issues).toEqual([]);
  return lintData(parsed.data, { complete: true, exceptions: [] }).map(formatIssue);
}

interface Break {
  rule: string;
  what: string;
  change: (data: SampleData) => void;
  message: RegExp;
}

const BREAKS: Break[] = [
  {
    rule: 'file-name-is-id',
    what: 'a region in a file of another name',
    change: ({ regions }) => {
      const { 'RU-TA': tatarstan } = regions;
      if (tatarstan) regions['RU-KAZAN'] = tatarstan;
      delete regions['RU-TA'];
    },
    message: /regions\/RU-KAZAN\.json id: the id is RU-TA, the file is called RU-KAZAN\.json/,
  },
  {
    rule: 'ids-unique',
    what: 'a claim id used twice',
    change: ({ operators }) => operators.guest.claims.push(sampleClaim('north-esim', 9)),
    message:
      /operators\/north\.json claims\[1\]\.id: the claim id north-esim is taken by operators\/guest/,
  },
  {
    rule: 'references-exist',
    what: 'a source that does not exist',
    change: ({ operators }) => operators.north.claims[1]?.sourceIds.push('north-blog'),
    message: /operators\/north\.json claims\[1\]\.sourceIds: no source has the id north-blog/,
  },
  {
    rule: 'references-exist',
    what: 'a plan term whose claim does not exist',
    change: ({ operators }) => {
      Object.assign(operators.north.plans[0] ?? {}, { claimIds: ['north-plan-page'] });
    },
    message: /plans\[0\]\.claimIds: no claim has the id north-plan-page/,
  },
  {
    rule: 'references-own',
    what: "a plan that rests on another operator's claim",
    change: ({ operators }) => {
      Object.assign(operators.north.plans[0] ?? {}, { claimIds: ['guest-host'] });
    },
    message:
      /operators\/north\.json plans\[0\]\.claimIds: the claim guest-host belongs to another file/,
  },
  {
    rule: 'references-own',
    what: "a finding about another operator's plan",
    change: ({ operators }) => {
      const finding = { axis: 'sharedPlan', value: 'yes', planId: 'north-family' };
      operators.guest.claims.push(sampleClaim('guest-plan-page', 9, finding));
    },
    message:
      /operators\/guest\.json claims\[2\]\.findings\[0\]\.planId: the plan north-family belongs/,
  },
  {
    rule: 'references-own',
    what: 'an inherited claim that the host does not have',
    change: ({ operators }) => {
      Object.assign(operators.guest, {
        inherits: [
          {
            fromOperatorId: 'north',
            claimIds: ['guest-host'],
            reason: { ru: 'Так', en: 'So', zh: '是' },
          },
        ],
      });
    },
    message:
      /inherits\[0\]\.claimIds: the claim guest-host belongs to another operator than this host/,
  },
  {
    rule: 'sources-used',
    what: 'a source that nothing cites',
    change: ({ sources }) => {
      sources['old-page'] = { ...sources['north-site'], id: 'old-page' };
    },
    message: /sources\/old-page\.json: nothing cites the source old-page/,
  },
  {
    rule: 'dates-in-order',
    what: 'an interval that ends before it starts',
    change: ({ operators }) => {
      Object.assign(operators.north.plans[0] ?? {}, { validFrom: '2025-03', validTo: '2024' });
    },
    message: /plans\[0\]\.validFrom: validFrom 2025-03 lies after validTo 2024/,
  },
  {
    rule: 'dates-in-order',
    what: 'a claim checked in a year that has not come',
    change: ({ operators }) => {
      Object.assign(operators.north.claims[1] ?? {}, { checkedOn: '2062-11-20' });
    },
    message:
      /claims\[1\]\.checkedOn: checkedOn 2062-11-20 lies more than a year after the release 2026-11-23/,
  },
  {
    rule: 'checks-due',
    what: 'a claim nobody checked for two years',
    change: ({ operators }) => {
      Object.assign(operators.north.claims[1] ?? {}, { checkedOn: '2024-11-01' });
    },
    message: /^warning: .*north-esim was not checked for 752 days and counts as unknown/,
  },
  {
    rule: 'regions-complete',
    what: 'a lost region',
    change: ({ regions }) => {
      delete regions['RU-CHU'];
    },
    message: /regions\/RU-CHU\.json: the region RU-CHU is missing/,
  },
  {
    rule: 'presence-derivable',
    what: 'an operator whose presence follows from numbers that nobody counted',
    change: ({ numbering }) => {
      delete numbering.counts.north;
    },
    message: /operators\/north\.json claims\[0\]\.derivesPresence: .* has no row for north/,
  },
  {
    rule: 'presence-derivable',
    what: 'a row of numbers of nobody',
    change: ({ numbering }) => {
      numbering.counts.nord = { 'RU-MOW': 7 };
    },
    message: /numbering\/register\.json counts\.nord: no operator has the id nord/,
  },
  {
    rule: 'presence-derivable',
    what: 'presence that follows from numbers and is called stated',
    change: ({ operators }) => {
      Object.assign(operators.north.claims[0] ?? {}, { method: 'stated' });
    },
    message: /claims\[0\]\.method: north-numbers derives presence .* but calls itself stated/,
  },
  {
    rule: 'plmn-unique',
    what: 'a network code of two operators',
    change: ({ operators }) =>
      operators.guest.plmns.push({ plmn: '250-01', claimIds: ['guest-host'] }),
    message: /plmns\[0\]\.plmn: 250-01 is listed by guest already/,
  },
  {
    rule: 'virtual-operator-has-host',
    what: 'a virtual operator that says nothing of its host',
    change: ({ operators }) => {
      Object.assign(operators.guest, { hostOperatorId: undefined });
    },
    message: /operators\/guest\.json hostOperatorId: guest is a virtual operator without a host/,
  },
  {
    rule: 'supersession-sound',
    what: 'two claims that supersede each other',
    change: ({ operators }) => {
      const [, esim, plan] = operators.north.claims;
      Object.assign(esim ?? {}, { supersedes: [{ claimId: 'north-plan', reason: 'newer' }] });
      Object.assign(plan ?? {}, { supersedes: [{ claimId: 'north-esim', reason: 'newer' }] });
    },
    message: /north-esim supersedes itself in the end/,
  },
  {
    rule: 'supersession-sound',
    what: "a claim that supersedes another operator's",
    change: ({ operators }) => {
      const supersedes = [{ claimId: 'guest-numbers', reason: 'newer' }];
      Object.assign(operators.north.claims[1] ?? {}, { supersedes });
    },
    message: /north-esim supersedes guest-numbers, which belongs to operators\/guest\.json/,
  },
  {
    rule: 'supersession-sound',
    what: 'a claim that has ended and still takes the findings of an older one',
    change: ({ operators }) => {
      operators.north.claims.push({
        ...sampleClaim('north-trial', 9, { axis: 'esim', value: 'no' }),
        validTo: '2026-10-01',
        supersedes: [{ claimId: 'north-esim', reason: 'paused' }],
      });
    },
    message: /claims\[3\]\.validTo: north-trial takes findings away .* only until 2026-10-01/,
  },
  {
    rule: 'supersession-sound',
    what: 'a claim that supersedes before it holds',
    change: ({ operators }) => {
      operators.north.claims.push({
        ...sampleClaim('north-pause', 9, { axis: 'esim', value: 'no' }),
        validFrom: '2027-01-01',
        supersedes: [{ claimId: 'north-esim', reason: 'paused' }],
      });
    },
    message: /claims\[3\]\.validFrom: north-pause supersedes .* only from 2027-01-01/,
  },
  {
    rule: 'contradictions-declared',
    what: 'a no to any plan and a yes to one plan',
    change: ({ operators }) =>
      operators.north.claims.push(
        sampleClaim('north-no-plan', 9, { axis: 'sharedPlan', value: 'no' }),
      ),
    message: /north-plan and north-no-plan contradict each other on sharedPlan/,
  },
  {
    rule: 'contradictions-declared',
    what: 'a yes and a no to the same question',
    change: ({ operators }) => {
      const no = { axis: 'esim', value: 'no', regionIds: ['RU-TA'] };
      operators.north.claims.push(sampleClaim('north-no-esim', 9, no));
    },
    message: /north-esim and north-no-esim contradict each other on esim/,
  },
  {
    rule: 'statements-differ',
    what: 'one statement made twice',
    change: ({ operators }) => operators.north.claims.push(sampleClaim('north-esim-again', 2)),
    message: /claims\[3\]\.statement: north-esim-again makes the same statement as north-esim/,
  },
  {
    rule: 'unknowns-explained',
    what: 'an axis without claim and without question',
    change: ({ operators }) => {
      operators.guest.openQuestions = [];
    },
    message:
      /nothing is known and nothing is asked about sharedPlan of guest in RU-AD.* and 78 more/,
  },
  {
    rule: 'unknowns-explained',
    what: 'an unknown that only an answered question speaks of',
    change: ({ operators }) => {
      for (const question of operators.guest.openQuestions) {
        Object.assign(question, { status: 'answered', answeredBy: ['guest-host'] });
      }
    },
    message: /nothing is asked about sharedPlan of guest in RU-AD/,
  },
  {
    rule: 'unknowns-explained',
    what: 'an axis whose only claim has ended',
    change: ({ operators }) => {
      Object.assign(operators.north.claims[1] ?? {}, { validTo: '2026-01-01' });
    },
    message: /nothing is known and nothing is asked about esim of north in RU-AD/,
  },
  {
    rule: 'unknowns-explained',
    what: 'a kind of device that no finding names',
    change: ({ operators }) => {
      operators.north.openQuestions = [];
      const finding = { axis: 'companion', value: 'yes', deviceKinds: ['watch', 'tablet'] };
      operators.north.claims.push(sampleClaim('north-watch', 9, finding));
    },
    message: /nothing is asked about companion car of north/,
  },
  {
    rule: 'unknowns-explained',
    what: 'a second plan that no finding names',
    change: ({ operators }) => {
      operators.north.plans.push({ ...operators.north.plans[0], id: 'north-duo' });
    },
    message: /nothing is asked about sharedPlan of north-duo in RU-AD/,
  },
  {
    rule: 'plan-terms-explained',
    what: 'a plan whose line limit was looked for in one region only',
    change: ({ operators }) => {
      Object.assign(operators.north.plans[0] ?? {}, { lineLimit: undefined });
      operators.north.openQuestions.push({
        ...operators.north.openQuestions[0],
        id: 'north-limit',
        axes: ['lineCount'],
        regionIds: ['RU-MOW'],
      });
    },
    message: /no open question about lineCount in RU-AD.* and 77 more/,
  },
  {
    rule: 'plan-terms-explained',
    what: 'a plan whose line limit nobody looked for',
    change: ({ operators }) => {
      Object.assign(operators.north.plans[0] ?? {}, { lineLimit: undefined });
    },
    message:
      /plans\[0\]\.lineLimit: north-family has no lineLimit and no open question about lineCount/,
  },
  {
    rule: 'sources-described',
    what: 'a source without a publisher id, and one without date and reason',
    change: ({ sources }) => {
      Object.assign(sources['north-site'] ?? {}, { publisherId: undefined, observedOn: undefined });
    },
    message: /north-site has no date and does not say why[\s\S]*north-site does not say who speaks/,
  },
  {
    rule: 'sources-described',
    what: 'an address that is cited as two sources',
    change: ({ sources }) => {
      sources['north-again'] = { ...sources['north-site'], id: 'north-again' };
    },
    message: /https:\/\/north\.example\/family is the source north-again already/,
  },
  {
    rule: 'reach-within-sources',
    what: 'a claim that does not say how far it reaches',
    change: ({ operators }) => {
      Object.assign(operators.north.claims[1] ?? {}, { reach: undefined });
    },
    message: /claims\[1\]\.reach: north-esim does not say how far it reaches/,
  },
  {
    rule: 'reach-within-sources',
    what: 'a claim of the country that is called the own of each region',
    change: ({ operators }) => {
      Object.assign(operators.north.claims[1] ?? {}, { reach: 'own' });
    },
    message: /north-esim speaks of the whole country and claims to be each region's own/,
  },
  {
    rule: 'reach-within-sources',
    what: 'a claim of more regions than its source speaks of',
    change: ({ operators, sources }) => {
      Object.assign(sources['north-site'] ?? {}, { regionIds: ['RU-TA'] });
      const claim = { regionIds: ['RU-TA', 'RU-MOW'], reach: 'own' };
      Object.assign(operators.north.claims[1] ?? {}, claim);
    },
    message: /north-esim speaks of RU-MOW, its sources only of RU-TA/,
  },
  {
    rule: 'lists-not-generated',
    what: 'a list of nearly all regions that is called their own',
    change: ({ operators, regions }) => {
      const claim = { regionIds: Object.keys(regions).slice(0, 81), reach: 'own' };
      Object.assign(operators.north.claims[1] ?? {}, claim);
    },
    message: /north-esim claims to be each of 81 regions' own/,
  },
  {
    rule: 'findings-modest',
    what: 'a plain yes on eSIM',
    change: ({ operators }) => {
      Object.assign(operators.north.claims[1]?.findings[0] ?? {}, { value: 'yes', conditions: [] });
    },
    message: /claims\[1\]\.findings\[0\]: north-esim says a plain yes on eSIM/,
  },
  {
    rule: 'findings-modest',
    what: 'a plain yes on a plan that may be closed',
    change: ({ operators }) => {
      Object.assign(operators.north.plans[0] ?? {}, { status: 'unknown' });
    },
    message: /north-plan says yes of north-family, which new customers may not be able to have/,
  },
  {
    rule: 'findings-modest',
    what: 'numbers held that are called a proof of sale',
    change: ({ operators }) => {
      const claim = { method: 'stated', findings: [{ axis: 'presence', value: 'yes' }] };
      Object.assign(operators.north.claims[0] ?? {}, claim);
    },
    message: /north-numbers takes numbers held for proof of sale/,
  },
  {
    rule: 'only-facts-decide',
    what: 'a bill with a rule',
    change: ({ law }) => {
      const text = { ru: 'Закон', en: 'Law', zh: '法律' };
      law.cap = {
        ...{ id: 'cap', title: text, summary: text, status: 'bill' },
        rules: [{ kind: 'minimum-age', years: 14, claimIds: ['cap-claim'] }],
        claims: [sampleClaim('cap-claim', 20)],
      };
    },
    message: /law\/cap\.json rules: cap is bill and has rules/,
  },
  {
    rule: 'only-facts-decide',
    what: 'background that decides something',
    change: ({ background }) => {
      const title = { ru: 'Фон', en: 'Background', zh: '背景' };
      const finding = { axis: 'presence', value: 'yes' };
      background.market = {
        id: 'market',
        title,
        claims: [sampleClaim('market-claim', 21, finding)],
      };
    },
    message: /claims\[0\]\.findings: market-claim decides something/,
  },
  {
    rule: 'conditions-complete',
    what: 'a condition without the plan that it is about',
    change: ({ operators }) => {
      const conditions = [{ code: 'terms-not-read' }];
      Object.assign(operators.north.claims[2]?.findings[0] ?? {}, { value: 'partial', conditions });
    },
    message: /conditions\[0\]\.params: terms-not-read does not say which planId/,
  },
  {
    rule: 'contacts-sound',
    what: 'a number and an address that are none, and a contact that stands twice',
    change: ({ operators }) => {
      const contact = { regions: 'RU', sourceId: 'north-site' };
      operators.north.contacts = [
        { kind: 'phone-free', value: '8-800-7000611', ...contact },
        { kind: 'family-url', value: 'north.example/family', ...contact },
        { kind: 'phone-short', value: '0611', ...contact },
        { kind: 'phone-short', value: '0611', ...contact },
      ];
    },
    message:
      /contacts\[0\]: .*is not a number like[\s\S]*contacts\[1\]: .*is not an https address[\s\S]*contacts\[3\]: .*stands here twice/,
  },
  {
    rule: 'contacts-sound',
    what: 'a number from an old page of somebody else',
    change: ({ operators, sources }) => {
      Object.assign(sources['north-site'] ?? {}, { confidence: 'secondary', observedOn: '2020' });
      const contact = { kind: 'phone-short', value: '0611', regions: 'RU', sourceId: 'north-site' };
      operators.north.contacts = [contact];
    },
    message: /0611 was seen in 2020, more than three years ago, and not on the operator's own page/,
  },
  {
    rule: 'limits-name-regions-only',
    what: 'a limit of mobile internet that names a street and has no last report',
    change: ({ restrictions }) => {
      const text = { ru: 'Нет связи на улице Ленина', en: 'No service', zh: '没有信号' };
      restrictions.cut = {
        ...{
          id: 'cut',
          kind: 'cut',
          title: text,
          advice: text,
          regionIds: ['RU-TA'],
          from: '2026',
        },
        claims: [sampleClaim('cut-claim', 22)],
      };
    },
    message:
      /cut does not say for which day it was last reported[\s\S]*"улице" names a place smaller/,
  },
  {
    rule: 'measures-sound',
    what: 'two numbers for one region and year, and a part above the whole',
    change: ({ measures }) => {
      const text = { ru: 'Сёла', en: 'Villages', zh: '村' };
      const value = { regionId: 'RU-TA', year: 2025, sourceId: 'north-site' };
      measures.villages = {
        ...{ id: 'villages', title: text, definition: text, unit: 'settlements' },
        checkedOn: '2026-11-20',
        values: [
          { ...value, value: 12, of: 10 },
          { ...value, value: 8 },
        ],
      };
    },
    message: /counts 12 of 10 in RU-TA[\s\S]*two numbers for RU-TA in 2025/,
  },
  {
    rule: 'regions-distinct',
    what: 'a code that two regions share, and a time zone that does not exist',
    change: ({ regions }) => {
      Object.assign(regions['RU-TA'] ?? {}, {
        wikidata: 'Q1',
        timeZones: ['Europe/Moscow', 'Europe/Kazan'],
      });
    },
    message: /"Europe\/Kazan" is no time zone[\s\S]*wikidata: wikidata Q1 is that of RU-AL already/,
  },
  {
    rule: 'texts-in-house-style',
    what: 'a Russian brand without quotation marks, and Chinese without blanks',
    change: ({ operators }) => {
      const statement = { ru: 'Есть у МТС и Билайн', en: 'At both', zh: '两家都有eSIM' };
      Object.assign(operators.north.claims[1] ?? {}, { statement });
    },
    message: /"Билайн" in "Есть у МТС и Билайн"[\s\S]*no blank in "有e"/,
  },
  {
    rule: 'texts-in-their-script',
    what: 'a Chinese text left in English',
    change: ({ operators }) => {
      const [claim] = operators.north.claims;
      if (claim) claim.statement.zh = 'Statement 1';
    },
    message: /claims\[0\]\.statement\.zh: no Han letter in "Statement 1"/,
  },
  {
    rule: 'look-alike-letters',
    what: 'a Cyrillic letter inside a Latin word',
    change: ({ operators }) => {
      operators.north.brand.en = 'N\u043erth';
    },
    message: /brand\.en: "N\u043erth" mixes scripts: N=Latin \u043e=Cyrillic/,
  },
];

describe('the data rules', () => {
  it('find nothing in the sample', () => {
    expect(lint(sampleData())).toEqual([]);
  });

  it.each(BREAKS)('$rule: reports $what', ({ rule, change, message }) => {
    const data = sampleData();
    change(data);
    const issues = lint(data);
    expect(issues.filter((issue) => issue.includes(`[${rule}]`)).join('\n')).toMatch(message);
  });

  it('all have a case above', () => {
    // Those about devices have theirs in `devices.test.ts`.
    const ofDevices = [deviceNamesUnique, deviceValuesSound].map(({ name }) => name);
    const covered = new Set([...BREAKS.map(({ rule }) => rule), ...ofDevices]);
    expect(RULES.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it('give a tip with every issue', () => {
    for (const { change } of BREAKS) {
      const data = sampleData();
      change(data);
      for (const issue of lint(data)) expect(issue).toContain('\n    -> ');
    }
  });
});
