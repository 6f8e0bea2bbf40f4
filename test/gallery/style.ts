import type { Palette } from './theme.js';

/** The host's share of a card's looks: the channel behind it, its frame, its buttons and inputs. */
export function style(p: Palette): string {
  return `
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: ${p.channel}; color: ${p.text};
  font: 14px/20px 'Segoe UI', 'Open Sans', sans-serif; color-scheme: ${p.text === '#ffffff' ? 'dark' : 'light'}; }
#frame { border: 1px solid ${p.edge}; border-radius: 8px; overflow: hidden; background: ${p.card};
  box-shadow: 0 1px 2px rgb(0 0 0 / 14%), 0 0 2px rgb(0 0 0 / 12%); }
.ac-adaptiveCard { outline: none; }
a { color: ${p.brand}; text-decoration: none; }
p { margin: 0; } ul, ol { margin: 4px 0; padding-left: 24px; }
.ac-pushButton { min-width: 64px; max-width: 100%; padding: 5px 12px; border: 1px solid ${p.hover}; border-radius: 4px;
  background: ${p.card}; color: ${p.text}; font: 600 14px/20px 'Segoe UI', 'Open Sans', sans-serif;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ac-pushButton.style-positive, .ac-pushButton.primary { background: ${p.button}; border-color: ${p.button}; color: #ffffff; }
.ac-pushButton.style-destructive { color: ${p.attention}; border-color: ${p.attention}; }
.ac-pushButton:disabled, .ac-pushButton[aria-disabled=true] { opacity: .45; }
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-input:not(.ac-toggleInput), input[type=text], input[type=date], input[type=time], select, textarea {
  width: 100%; min-height: 32px; padding: 5px 10px; border: 1px solid ${p.hover}; border-bottom-color: ${p.subtle};
  border-radius: 4px; background: ${p.field}; color: ${p.text}; font: inherit; }
div.ac-input, .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect { padding: 0 !important; border: 0 !important; background: none !important; }
input[type=checkbox] { appearance: none; position: relative; flex: none; width: 36px; height: 20px; margin: 0;
  border: 1px solid ${p.subtle}; border-radius: 10px; background: ${p.field}; }
input[type=checkbox]::after { content: ''; position: absolute; top: 3px; left: 3px; width: 12px; height: 12px;
  border-radius: 6px; background: ${p.subtle}; }
input[type=checkbox]:checked { border-color: ${p.button}; background: ${p.button}; }
input[type=checkbox]:checked::after { left: 19px; background: #ffffff; }
input[type=radio] { accent-color: ${p.brand}; }
::placeholder { color: ${p.subtle}; }
`;
}
