import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NUMBERS_A_YEAR,
  readCaseNumber,
  writeCaseNumber,
} from '../../../../data/core/reports/case-number.ts';
import { CaseNumber } from '../../../../data/core/schema/report.ts';

const numbers = fc
  .tuple(fc.integer({ min: 2026, max: 2099 }), fc.integer({ min: 0, max: NUMBERS_A_YEAR - 1 }))
  .map(([year, serial]) => writeCaseNumber(year, serial));

describe('a case number', () => {
  it('has the form of its schema and is read as itself', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(CaseNumber.parse(number)).toBe(number);
        expect(readCaseNumber(number)).toBe(number);
      }),
    );
  });

  it('is read in small letters, with blanks or nothing between its parts, and in look-alike letters', () => {
    const number = writeCaseNumber(2026, 123_456);
    expect(readCaseNumber(number.toLowerCase())).toBe(number);
    expect(readCaseNumber(` ${number.replaceAll('-', ' ')} `)).toBe(number);
    expect(readCaseNumber(number.replaceAll('-', ''))).toBe(number);
    const withZero = writeCaseNumber(2026, 0);
    expect(readCaseNumber(withZero.replaceAll('0', 'О'))).toBe(withZero);
  });

  it('notices any one wrong character', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.nat(6),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVXYZ'),
        (number, at, other) => {
          const plain = [...number.replaceAll('-', '')];
          if (plain[at] === other) return;
          plain[at] = other;
          expect(readCaseNumber(plain.join(''))).toBeUndefined();
        },
      ),
    );
  });

  it('notices any two neighbours that changed places', () => {
    fc.assert(
      fc.property(numbers, fc.nat(5), (number, at) => {
        const plain = [...number.replaceAll('-', '')];
        const [a = '', b = ''] = [plain[at], plain[at + 1]];
        if (a === b) return;
        [plain[at], plain[at + 1]] = [b, a];
        expect(readCaseNumber(plain.join(''))).toBeUndefined();
      }),
    );
  });
});
