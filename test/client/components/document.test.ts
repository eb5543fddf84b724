import { expect, it } from 'vitest';
import { compactStyles } from '../../../client/components/document.tsx';

it('leaves out comments and space that means nothing', () => {
  const css = '/* a */\na:hover,\nb > c {\n  margin: 0 auto;\n  --x: #fff;\n}\n';
  expect(compactStyles(css)).toBe('a:hover,b > c{margin:0 auto;--x:#fff}');
});

it('keeps space that means something', () => {
  const css = '@media (min-width: 1rem) {\n  .a :hover {\n    width: calc(1px + 2px);\n  }\n}';
  expect(compactStyles(css)).toBe('@media (min-width: 1rem){.a :hover{width:calc(1px + 2px)}}');
});
