import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHtml } from './markdown.js';
import { shootCards } from './shoot.js';

const head = { type: 'AdaptiveCard', version: '1.5' };

const sample = {
  ...head,
  body: [
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: [
            {
              type: 'TextBlock',
              text: 'Contoso Threat Feed 3.1.0',
              size: 'Large',
              weight: 'Bolder',
              wrap: true,
            },
            {
              type: 'TextBlock',
              text: 'contoso.threat-feed · Simulated',
              isSubtle: true,
              spacing: 'None',
              wrap: true,
            },
          ],
        },
        {
          type: 'Column',
          width: 'auto',
          items: [{ type: 'TextBlock', text: 'Stage 3 of 6', color: 'Accent', weight: 'Bolder' }],
        },
      ],
    },
    {
      type: 'Container',
      style: 'warning',
      bleed: true,
      items: [{ type: 'TextBlock', text: '**Publisher approval** waits for you', wrap: true }],
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Submitted', value: 'Mon 16 Nov, 09:12' },
        { title: 'Preview', value: '[In the portal](https://example.com/preview) since *yesterday*' },
      ],
    },
    { type: 'TextBlock', text: 'Before going live:\n- queries tested\n- notes written', wrap: true },
    {
      type: 'Container',
      style: 'emphasis',
      separator: true,
      items: [
        {
          type: 'Input.Toggle',
          id: 'queries',
          title: 'Analytics rules tested in a workspace',
          value: 'true',
          wrap: true,
        },
        { type: 'Input.Toggle', id: 'notes', title: 'Release notes written', value: 'false' },
        { type: 'Input.Text', id: 'reason', label: 'Comment', placeholder: 'For the record' },
        {
          type: 'Input.ChoiceSet',
          id: 'when',
          label: 'Remind me',
          value: 'day',
          choices: [
            { title: 'In a day', value: 'day' },
            { title: 'In a week', value: 'week' },
          ],
        },
      ],
    },
    { type: 'TextBlock', text: 'Certification failed once', color: 'Attention', wrap: true },
    { type: 'TextBlock', text: 'Validation passed', color: 'Good', wrap: true },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Go live', verb: 'goLive', style: 'positive' },
    { type: 'Action.Execute', title: 'Send back', verb: 'back', style: 'destructive' },
    { type: 'Action.OpenUrl', title: 'Partner Center', url: 'https://example.com' },
  ],
};

describe('shootCards', () => {
  let outDir: string;

  beforeEach(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'offerwatch-cards-'));
  });

  afterEach(() => rm(outDir, { recursive: true, force: true }));

  it('writes a picture for each theme and width', async () => {
    await shootCards([{ name: 'sample', card: sample }], outDir);
    expect((await readdir(outDir)).toSorted()).toEqual([
      'sample.dark.320.png',
      'sample.dark.600.png',
      'sample.light.320.png',
      'sample.light.600.png',
    ]);
  });

  it('names the card that the renderer does not understand', async () => {
    const card = { ...head, body: [{ type: 'Nonsense' }] };
    await expect(shootCards([{ name: 'odd', card }], outDir)).rejects.toThrow(/odd\.light\.600.*Nonsense/);
  });
});

describe('toHtml', () => {
  it.each([
    ['**bold** and *italic*', '<p><b>bold</b> and <i>italic</i></p>'],
    ['[here](https://example.com)', '<p><a href="https://example.com">here</a></p>'],
    ['To do:\n- one\n- two', '<p>To do:</p><ul><li>one</li><li>two</li></ul>'],
    ['1. first', '<ol><li>first</li></ol>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['snake_case_name', '<p>snake_case_name</p>'],
  ])('%s', (markdown, html) => {
    expect(toHtml(markdown)).toBe(html);
  });
});
