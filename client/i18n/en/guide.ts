import type * as ru from '../ru/guide.ts';

export const guide: typeof ru.guide = {
  title: 'Guide',
  description: 'What eSIM and a shared plan are, how a family sets them up and what to beware of.',
  lead: 'Short and sourced: the number beside a statement leads to where it comes from. Only advice and explanations stand without one.',
  kind: { advice: 'practical advice', explanation: 'explanation' },
  sources: 'Sources',
  open: 'What we do not know yet',
  next: 'Next',
  perOperator: 'By operator',
  topics: {
    esim: {
      title: 'What an eSIM is',
      points: {
        what: 'An eSIM is a chip inside the device. Instead of a plastic card it takes an operator’s profile: the number stays a number, the tariff a tariff.',
        chip: 'Some phones have no tray for a plastic card at all and need an operator’s eSIM to work.',
        check: 'Dial *#06#: if an EID is among the numbers, the device has an eSIM chip.',
        where:
          'Where to look: iPhone, Settings → General → About; Android, Settings → About phone; Samsung, Connections → SIM manager; Huawei, Mobile network → SIM management → eSIM.',
        variants:
          'The model is not everything: phones made for mainland China usually have no eSIM. Compare the model number.',
        sold: 'Private customers in Russia do get eSIM: customers of the large operators were using it by January 2025.',
        contract:
          'Any mobile contract comes with an identity check: at the operator’s, a bank, a post office or a public service centre. For an eSIM contract without a visit a review of a new package of laws names an electronic signature.',
      },
    },
    sharing: {
      title: 'What “shared plan” means',
      points: {
        pooled:
          'The first model is one bundle for all: every number in the group uses the payer’s minutes, SMS and gigabytes.',
        funded:
          'In the second, each has a bundle of their own and one person pays. Nothing is pooled.',
        region:
          'In the groups of MTS whose rule we found, all numbers are from one region: the region of the contract, not where you are now.',
        relatives: 'Close relatives may use your number; handing it to others is forbidden.',
        cap: 'One person may hold at most 20 numbers, a foreign citizen at most 10. A child’s number counts as the parent’s.',
        esim: 'Operators say nothing about eSIM numbers inside a shared plan. We treat them as ordinary numbers, and say so in every answer.',
      },
    },
    setup: {
      title: 'How to set it up',
      points: {
        order:
          'The order is the same everywhere: first get every eSIM working, then the payer opens the group and invites the others.',
        invite:
          'At MTS members are invited by number, in the app or by short code; each one confirms.',
        data: 'A member’s name, date of birth and document may be asked for: write them down beforehand.',
        switching:
          'Moving to a family tariff may cost something if the tariff was changed recently.',
        limits: 'If the plan allows it, set a data limit for each member straight away.',
      },
    },
    prepare: {
      title: 'What to prepare',
      points: {
        profiles: 'A working eSIM on every device. It has to be activated in Russia.',
        lock: 'A device that is not locked to another operator or country.',
        documents: 'The passport of everyone who will hold a number, and access to Gosuslugi.',
        selfBan: 'The voluntary ban on new mobile contracts lifted, if you ever set one.',
        foreign:
          'Foreign citizens: a visit to a shop, SNILS, a confirmed Gosuslugi account, biometrics and the device’s IMEI.',
        port: 'If you bring a number along: that works inside one region. Between regions it was planned from 1 September 2026; whether the decree was issued was not found.',
      },
    },
    children: {
      title: 'Children and children’s watches',
      points: {
        age: 'From the age of 14 a person can hold a number in their own name, until 18 with a parent’s written consent.',
        parent: 'Below 14 an adult signs, and the number counts as the adult’s.',
        law: 'Rules on children’s numbers are signed, but how and from when to tell the operator is not known yet.',
        watch:
          'Reckon with a number of its own, with data, for a children’s watch. Check beforehand whether the model takes an eSIM.',
        emergency: 'Store the family’s numbers and 112 in the child’s watch and phone.',
      },
    },
    devices: {
      title: 'Watches, tablets, cars',
      points: {
        number: 'The tariffs we found for watches and devices come with a number of their own.',
        watch:
          'One number on phone and watch: we found no confirmation from any operator in Russia.',
        tablet:
          'Take a separate number with data for a tablet, and ask the operator whether the group takes it.',
        car: 'Numbers for emergency calls from cars belong to GLONASS and cannot join a family plan. We found no ordinary eSIM for cars.',
        idle: 'A device that is silent for three days falls under the “cooling period”: data and SMS are cut for a day.',
        travel:
          'Do not count on a travel eSIM for a watch: a watch needs a number from your own operator.',
      },
    },
    safety: {
      title: 'Safety and privacy',
      points: {
        signIns: 'Once a month look through the members of the group and the account’s sign-ins.',
        codes:
          'The code from an SMS and the eSIM’s QR code are the key to the number. Send them to nobody, not even “the operator’s staff”.',
        wifi: 'Download the profile at home or over mobile data, not over open Wi-Fi.',
        delete: 'Do not delete an eSIM “for a while”: abroad it cannot be installed again.',
        imei: 'The law sets up an IMEI database: another device may mean changing the contract.',
        restore:
          'MegaFon says that a number cut off for exceeding the limit is restored only in person, in a shop.',
      },
    },
    travel: {
      title: 'When travelling',
      points: {
        inside:
          'A Russian eSIM is activated only in Russia. While away, do not delete the profile or change phones.',
        cooling:
          'After a trip abroad or three idle days, data and SMS are cut for a day; calls work.',
        captcha:
          'To get them back sooner there is a link with a check, or a call to the operator. It does not always work.',
        region:
          'Travelling inside Russia changes neither the region of the contract nor the answer on the map.',
        shutdown:
          'Where mobile data is switched off, sites of the “white list” may still open; in some regions only calls and SMS worked.',
      },
    },
  },
};
