import { join } from 'node:path';
import { renderPicture } from '../../src/cards/render-picture.js';
import { cardSamples } from '../cards/samples.js';
import { shootCards } from './shoot.js';

const docs = join(__dirname, '..', '..', 'docs', 'cards');
const inReadme = [
  'status-waiting',
  'status-certification-failed',
  'transition-certification',
  'approval-begun',
  'signed-off-publishing',
  'offers',
];

/**
 * `npm run pictures` draws the README's cards into `docs/cards`; with `ALL_CARDS` set to a folder it draws every
 * sample there, for looking at.
 */
describe('pictures of the real cards', () => {
  const everything = process.env['ALL_CARDS'];
  const wanted = cardSamples().filter(({ name }) => everything !== undefined || inReadme.includes(name));
  const cards = wanted.map(({ name, picture, look }) => ({
    name,
    card: renderPicture(picture, look).content,
  }));

  it('are drawn without complaint', async () => {
    const files = await shootCards(
      cards,
      everything ?? docs,
      everything === undefined ? { widths: [600] } : {},
    );
    expect(files.length).toBeGreaterThanOrEqual(inReadme.length * 2);
  }, 600_000);
});
