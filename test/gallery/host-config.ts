import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PALETTES, TINTS, type Palette, type Theme } from './theme.js';

const FONT = "'Segoe UI', 'Open Sans', Tahoma, Verdana, sans-serif";
const FONT_SIZES = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const FONT_WEIGHTS = { lighter: 200, default: 400, bolder: 600 };

/**
 * How Teams sets up the card renderer. A folder named by OFFERWATCH_SHARED may hold the host's own configurations
 * as `data/host-config-teams-<theme>.json`; they are then preferred to ours.
 */
export function hostConfig(theme: Theme): object {
  const shared = process.env['OFFERWATCH_SHARED'];
  const file = shared && join(shared, 'data', `host-config-teams-${theme}.json`);
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as object;
  return ownHostConfig(PALETTES[theme]);
}

function ownHostConfig(palette: Palette): object {
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontTypes: {
      default: { fontFamily: FONT, fontSizes: FONT_SIZES, fontWeights: FONT_WEIGHTS },
      monospace: {
        fontFamily: "'Courier New', Courier, monospace",
        fontSizes: FONT_SIZES,
        fontWeights: FONT_WEIGHTS,
      },
    },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    textBlock: { headingLevel: 2 },
    containerStyles: containerStyles(palette),
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    factSet: { title: { weight: 'bolder', wrap: true }, value: { wrap: true }, spacing: 16 },
  };
}

function containerStyles(palette: Palette): object {
  const own = foreground(palette);
  const onTint = foreground({ ...palette, text: '#252424', subtle: '#5b5a5a', brand: '#6264a7' });
  const tinted = Object.entries(TINTS).map(([name, backgroundColor]) => [
    name,
    { backgroundColor, foregroundColors: onTint },
  ]);
  return {
    default: { backgroundColor: palette.card, foregroundColors: own },
    emphasis: { backgroundColor: palette.raised, foregroundColors: own },
    ...Object.fromEntries(tinted),
  };
}

function foreground(palette: Palette): object {
  const plain = (colour: string) => ({ default: colour, subtle: colour });
  return {
    default: { default: palette.text, subtle: palette.subtle },
    dark: { default: '#252424', subtle: '#5b5a5a' },
    light: { default: '#ffffff', subtle: '#f3f2f1' },
    accent: plain(palette.brand),
    good: plain(palette.good),
    warning: plain(palette.warning),
    attention: plain(palette.attention),
  };
}
