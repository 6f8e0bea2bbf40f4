export type Theme = 'light' | 'dark';

/** Teams' published colours, by what they are for. */
export interface Palette {
  readonly channel: string;
  readonly card: string;
  readonly raised: string;
  readonly edge: string;
  readonly line: string;
  readonly text: string;
  readonly subtle: string;
  readonly brand: string;
  /** What is filled with the brand's colour; the text on it is white. */
  readonly button: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly field: string;
  readonly hover: string;
}

/** What a container with a style is filled with; Teams fills these the same in both themes. */
export const TINTS = {
  good: '#ccffcc',
  warning: '#ffe2b2',
  attention: '#ffc5b2',
  accent: '#c7def9',
} as const;

export const PALETTES: Record<Theme, Palette> = {
  light: {
    channel: '#f5f5f5',
    card: '#ffffff',
    raised: '#f9f8f7',
    edge: '#e0e0e0',
    line: '#eeeeee',
    text: '#252424',
    subtle: '#5b5a5a',
    brand: '#6264a7',
    button: '#5b5fc7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#c4314b',
    field: '#ffffff',
    hover: '#d1d1d1',
  },
  dark: {
    channel: '#1f1f1f',
    card: '#2d2c2c',
    raised: '#292828',
    edge: '#3d3d3d',
    line: '#484644',
    text: '#ffffff',
    subtle: '#c8c6c4',
    brand: '#a6a7dc',
    button: '#4f52b2',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#d74654',
    field: '#201f1f',
    hover: '#616161',
  },
};
