import type * as ru from '../ru/axes.ts';
import { verdictNames } from './verdicts.ts';

const { partial, unknown } = verdictNames;

export const axes: typeof ru.axes = {
  presence: {
    name: '本地区有无该运营商',
    question: '运营商是否在本地区签订合同？',
    whether: '是否在本地区签约',
    values: { yes: '有', partial: '有，但有保留', unknown, no: '很可能没有' },
  },
  esim: {
    name: 'eSIM',
    question: '是否在这里向个人发放 eSIM？',
    whether: '是否在这里发放 eSIM',
    values: { yes: '发放', partial, unknown, no: '很可能不发放' },
  },
  sharedPlan: {
    name: '共享套餐',
    question: '有没有向新用户开放的共享或家庭套餐？',
    whether: '共享套餐是否向新用户开放',
    values: { yes: '可办理', partial, unknown, no: '很可能办不了' },
  },
  formFactor: {
    name: '共享套餐中的 eSIM',
    question: '共享套餐里的号码可以用 eSIM 吗？',
    whether: '共享套餐里的号码能否用 eSIM',
    values: { yes: '可以用', partial, unknown, no: '很可能不能用' },
  },
  sameRegion: {
    name: '同一地区',
    question: '所有号码是否属于同一资费区？',
    whether: '所有号码是否必须属于同一地区',
    values: { yes: '符合', partial: '有条件符合', unknown, no: '很可能不符合' },
  },
  lineCount: {
    name: '号码数量',
    question: '套餐能容纳全家的号码吗？',
    whether: '最多可以合并多少个号码',
    values: { yes: '够用', partial: '有条件够用', unknown, no: '很可能不够' },
  },
  numberCap: {
    name: '每人号码上限',
    question: '每个人名下的号码是否都在法定上限之内？',
    whether: '每人名下已有多少个号码',
    values: { yes: '未超过', partial: '已到或接近上限', unknown, no: '很可能超过' },
  },
  customer: {
    name: '签约',
    question: '每个人都能用这种方式签约吗？',
    whether: '每个人如何签约',
    values: { yes: '可以签', partial: '有条件可签', unknown, no: '很可能签不了' },
  },
  companion: {
    name: '手表、平板、汽车',
    question: '能否接入这类设备，用哪个号码？',
    whether: '能否接入这类设备、用哪个号码',
    values: { yes: '可接入', partial: '有条件可接入', unknown, no: '很可能接入不了' },
  },
  device: {
    name: '设备',
    question: '每台设备都支持 eSIM 吗？',
    whether: '设备是否合适',
    values: { yes: '合适', partial: '需要核实', unknown, no: '很可能不合适' },
  },
};
