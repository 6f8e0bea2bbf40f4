import { nodesOf, readsEnvironment } from './syntax.js';

const mostLines = 150;

/** What is wrong with a file of `src` as such, one sentence each. @param path its path under `src`. */
export function fileFaults(path: string, source: string): readonly string[] {
  const lines = source.split('\n').length - 1;
  return [
    ...(lines > mostLines ? [`${path} has ${lines} lines, ${mostLines} are the most`] : []),
    ...(path !== 'config.ts' && readsEnvironment(source) ? [`${path} reads process.env`] : []),
    ...(path === 'app.ts' ? decisionsIn(source).map((type) => `app.ts is wiring, and has a ${type}`) : []),
  ];
}

const decisions = [
  'ClassDeclaration',
  'ConditionalExpression',
  'DoWhileStatement',
  'RegExpLiteral',
  'SwitchStatement',
  'ThrowStatement',
  'TryStatement',
  'WhileStatement',
];

/** What has no place where parts are only put together. A part that is there for some settings only is an `if`. */
function decisionsIn(source: string): readonly string[] {
  const types = new Set(nodesOf(source).map((node) => node['type']));
  return decisions.filter((type) => types.has(type));
}
