import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import { outsideText, outsideTextOr, withoutMarkdown } from '../../src/cards/outside-text.js';
import { renderPicture } from '../../src/cards/render-picture.js';
import { textOf, partsOf } from './card-parts.js';
import { hostileWords, withHostileNames } from './hostile.js';
import { cardSamples } from './samples.js';

const hostile = array(oneof(constantFrom(...hostileWords), string({ unit: 'binary', maxLength: 12 })), {
  maxLength: 12,
}).map((parts) => parts.join(''));

it('makes one line without invisible or turning characters, tags or template expressions', () => {
  assert(
    property(hostile, integer({ min: 1, max: 90 }), (text, most) => {
      const line = outsideText(text, most);
      expect(Array.from(line).length).toBeLessThanOrEqual(most);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/u);
      expect(line).not.toMatch(/<\/?[a-z]/i);
      expect(line).not.toMatch(/\$\{|\{\{/);
      expect(line).toBe(line.trim());
    }),
  );
});

it('leaves nothing that is markdown, however it is put together', () => {
  assert(
    property(hostile, (text) => {
      const line = withoutMarkdown(outsideText(text, 200));
      expect(line).not.toMatch(/[*`[\]~|\\<]/);
      expect(line).not.toMatch(/(^|[^A-Za-z0-9_])_|_($|[^A-Za-z0-9_])/);
      expect(line).not.toMatch(/^\s*([#>+=-]|\d+[.)](\s|$))/);
      expect(line).not.toMatch(/:\/\/(?!partner\.microsoft\.com\/dashboard\/)/i);
    }),
  );
});

it.each([
  ['Contoso Threat Protection', 'Contoso Threat Protection'],
  ['  two\n\nlines\t', 'two lines'],
  ['a\u202Egnp.exe', 'agnp.exe'],
  ['<at>Everyone</at>', '‹at>Everyone‹/at>'],
  ['${secret} {{DATE(x)}}', '$ {secret} { {DATE(x)}}'],
  ['5 < 6', '5 < 6'],
  ['x'.repeat(30), `${'x'.repeat(19)}…`],
  ['👩‍💻 at work', '👩‍💻 at work'],
])('%j reads as %j', (text, read) => {
  expect(outsideText(text, 20 + (text.startsWith('x') ? 0 : 60))).toBe(read);
});

it('has words for when nothing is left', () => {
  expect(outsideTextOr('\u200B \n', 10, 'Somebody')).toBe('Somebody');
  expect(outsideTextOr(null, 10, 'Somebody')).toBe('Somebody');
});

it.each([
  ['my_offer_id', 'my_offer_id'],
  ['https://partner.microsoft.com/dashboard/x', 'https://partner.microsoft.com/dashboard/x'],
  ['1. first', '1․ first'],
  ['[x](javascript:alert(1))', '(x)(javascript:alert(1))'],
])('%j stands in markdown as %j', (line, shown) => {
  expect(withoutMarkdown(line)).toBe(shown);
});

describe.each(cardSamples().map((sample) => ({ ...sample })))(
  '$name with hostile names',
  ({ picture, look }) => {
    const { content, summary } = renderPicture(withHostileNames(picture), look);

    it('gives outside text to nothing that reads markdown', () => {
      for (const part of partsOf(content)) {
        const { type, text = '', title = '' } = part as Readonly<Record<string, string>>;
        const words = type === 'TextRun' ? '' : `${text} ${title}`;
        expect(words).not.toMatch(/\*\*|\]\(|<at>|`/);
      }
      expect(`${String(content['fallbackText'])} ${summary}`).not.toMatch(/\*\*|\]\(|<\/?at>|`/);
    });

    it('stays small, in one direction and free of expressions', () => {
      expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(25_000);
      expect(textOf(content)).not.toMatch(/\$\{|\{\{|[\u202A-\u202E\u2066-\u2069]|<at>/);
    });
  },
);
