import { parseInstant } from '../../../src/adapters/partner-center/instant.js';

it.each([
  ['without a zone: UTC', '2022-08-04T10:37:37.4038218', '2022-08-04T10:37:37.403Z'],
  ['without a zone and fraction: UTC', '2022-08-04T10:37:37', '2022-08-04T10:37:37.000Z'],
  ['in UTC', '2022-08-04T10:37:37Z', '2022-08-04T10:37:37.000Z'],
  ['in another zone', '2022-08-04T10:37:37+02:00', '2022-08-04T08:37:37.000Z'],
  ['in another zone without a colon', '2022-08-04T10:37:37-0530', '2022-08-04T16:07:37.000Z'],
])('an instant %s', (_how, text, expected) => {
  expect(parseInstant(text)).toBe(expected);
});

it.each([
  ['not published', '1601-01-01T00:00:00Z'],
  ['no release time', '0001-01-01T00:00:00'],
  ['nothing', ''],
  ['null', null],
  ['left out', undefined],
  ['no instant', 'soon'],
])('%s is no instant', (_what, text) => {
  expect(parseInstant(text)).toBeNull();
});
