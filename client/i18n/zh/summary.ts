import type * as ru from '../ru/summary.ts';

export const summary: typeof ru.summary = {
  link: '所有地区的答案（供阅读的表格）',
  note: '每行一个地区：文字答案、两家运营商、套餐、价格、电话和资料网址',
  columns: [
    '地区',
    '代码',
    '答案',
    '可靠程度',
    '运营商 1',
    '套餐 1',
    '价格 1',
    '联系方式 1',
    '运营商 2',
    '套餐 2',
    '价格 2',
    '联系方式 2',
    '需要询问',
    '日期',
    '地区页面',
    '资料来源',
  ],
};
