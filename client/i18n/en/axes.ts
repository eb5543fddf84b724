import type * as ru from '../ru/axes.ts';

export const axes: typeof ru.axes = {
  presence: {
    name: 'Operator in the region',
    question: 'Does the operator sign contracts in this region?',
    whether: 'whether it signs contracts in this region',
  },
  esim: {
    name: 'eSIM',
    question: 'Does it issue eSIM to private customers here?',
    whether: 'whether it issues eSIM here',
  },
  sharedPlan: {
    name: 'Shared plan',
    question: 'Is there a shared or family plan open to new customers?',
    whether: 'whether the shared plan is open to new customers',
  },
  formFactor: {
    name: 'eSIM in the shared plan',
    question: 'May a number in the shared plan be on eSIM?',
    whether: 'whether a number in the shared plan may be on eSIM',
  },
  sameRegion: {
    name: 'One region',
    question: 'Are all numbers from one tariff area?',
    whether: 'whether all numbers must be from one region',
  },
  lineCount: {
    name: 'Number of lines',
    question: 'Is there room for all of the family’s numbers?',
    whether: 'how many numbers can be joined',
  },
  numberCap: {
    name: 'Numbers per person',
    question: 'Does everyone stay within the legal limit of numbers?',
    whether: 'how many numbers each person already holds',
  },
  customer: {
    name: 'Contract',
    question: 'Can each person sign a contract in this way?',
    whether: 'how each person can sign a contract',
  },
  companion: {
    name: 'Watch, tablet, car',
    question: 'Can such devices be connected, and with which number?',
    whether: 'whether such a device can be connected and with which number',
  },
  device: {
    name: 'Devices',
    question: 'Will each device take an eSIM?',
    whether: 'whether the device will do',
  },
};
