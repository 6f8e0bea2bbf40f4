import { listingObstacles } from '../../../src/adapters/marketplace/obstacles.js';

const keyword = 'f1de974b-f438-4719-b423-8bf704ba2aef';
const plain = {};
const hidden = { isHidden: true };
const apart = { isPrivate: true };
const stopped = { isStopSell: true };

it.each([
  ['nothing is said', {}],
  ['everything is null', { isStopSell: null, keywords: null, categoryIds: null, plans: null }],
  ['there is no plan', { plans: [] }],
  ['the keyword is there', { keywords: ['security', keyword], categoryIds: [] }],
  ['a keyword has it in it', { keywords: [`Sentinel ${keyword.toUpperCase()}`] }],
  ['the category is there', { keywords: [], categoryIds: ['AzureSentinelSolution'] }],
  ['the keywords are missing', { categoryIds: ['security'] }],
  ['one plan is shown', { plans: [hidden, apart, plain] }],
  ['plans do not say', { plans: [{ isHidden: null, isPrivate: null, isStopSell: null }] }],
  ['one plan is sold', { isStopSell: false, plans: [stopped, plain] }],
])('nothing is in the way where %s', (_what, listing) => {
  expect(listingObstacles(listing)).toStrictEqual([]);
});

it.each([
  ['the keyword is missing', { keywords: ['security'], categoryIds: ['security'] }, 'keywordMissing'],
  ['there are no keywords', { keywords: [] }, 'keywordMissing'],
  ['every plan is hidden', { plans: [hidden, hidden] }, 'planHidden'],
  ['every plan is private', { plans: [apart] }, 'planHidden'],
  ['every plan is one or the other', { plans: [apart, hidden] }, 'planHidden'],
  ['the offer is not sold', { isStopSell: true, plans: [plain] }, 'stopSell'],
  ['no plan is sold', { plans: [stopped, stopped] }, 'stopSell'],
])('something is in the way where %s', (_what, listing, obstacle) => {
  expect(listingObstacles(listing)).toStrictEqual([obstacle]);
});

it('all that is in the way is told', () => {
  expect(listingObstacles({ keywords: [], plans: [{ ...hidden, ...stopped }] })).toStrictEqual([
    'keywordMissing',
    'planHidden',
    'stopSell',
  ]);
});
