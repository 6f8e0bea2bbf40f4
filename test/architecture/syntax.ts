import { parseSync } from '@swc/core';

/** How a file uses another: its values, its types only (nothing of it is loaded), or loaded when asked for. */
export type Use = 'values' | 'types' | 'on demand';

export interface Import {
  readonly from: string;
  readonly use: Use;
}

/** Any node of the syntax tree; only what is asked for here is known of it. */
type Node = Readonly<Record<string, unknown>>;

/** Every node of a TypeScript source, outermost first. */
export function nodesOf(source: string): readonly Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value) found.push(value);
    Object.values(value).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }));
  return found;
}

export function importsOf(source: string): readonly Import[] {
  return nodesOf(source).flatMap((node): Import[] => {
    switch (node['type']) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        return imported(node['source'], onlyTypes(node) ? 'types' : 'values');
      case 'TsImportType':
        return imported(node['argument'], 'types');
      case 'TsExternalModuleReference':
        return imported(node['expression'], 'values');
      case 'CallExpression':
        return called(node);
      default:
        return [];
    }
  });
}

/** Whether it reads `process.env`, by whatever way leads there. */
export function readsEnvironment(source: string): boolean {
  if (importsOf(source).some(({ from }) => /^(?:node:)?process$/.test(from))) return true;
  return nodesOf(source).some((node) => {
    if (node['type'] === 'VariableDeclarator') return isProcess(node['init']) && !isPlainName(node['id']);
    return node['type'] === 'MemberExpression' && isProcess(node['object']) && isEnv(node['property']);
  });
}

/** `import type`, or each name in the braces is a type. */
function onlyTypes(node: Node): boolean {
  const names = (node['specifiers'] ?? []) as readonly Node[];
  return (
    node['typeOnly'] === true || (names.length > 0 && names.every((name) => name['isTypeOnly'] === true))
  );
}

function called(node: Node): Import[] {
  const callee = node['callee'] as Node;
  const [first] = node['arguments'] as readonly Node[];
  if (callee['type'] === 'Import') return imported(first?.['expression'], 'on demand');
  return callee['value'] === 'require' ? imported(first?.['expression'], 'values') : [];
}

function imported(literal: unknown, use: Use): Import[] {
  const from = textOf(literal);
  return from === undefined ? [] : [{ from, use }];
}

function isProcess(node: unknown): boolean {
  const { type, value, object, property } = (node ?? {}) as Node;
  if (type === 'Identifier') return value === 'process';
  return type === 'MemberExpression' && textOf(object) === 'globalThis' && textOf(property) === 'process';
}

function isPlainName(node: unknown): boolean {
  return (node as Node)['type'] === 'Identifier';
}

/** `.env`, `['env']`, or by a name that is computed, which could be it. */
function isEnv(property: unknown): boolean {
  const { type, expression } = property as Node;
  if (type !== 'Computed') return textOf(property) === 'env';
  return (expression as Node)['type'] !== 'StringLiteral' || textOf(expression) === 'env';
}

function textOf(node: unknown): string | undefined {
  const value = (node as Node | undefined)?.['value'];
  return typeof value === 'string' ? value : undefined;
}
