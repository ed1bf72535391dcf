import ts from 'typescript';
import { expect, test } from 'vitest';
import { isTest, roomOf, type SourceFile, sources } from './sources.ts';

const files = [...sources('src'), ...sources('test'), ...sources('bench')].filter(
  (file) => !file.path.endsWith('db/tables.ts') && !file.path.includes('/lists/'),
);

test('no source file has over 250 lines, no test over 400', () => {
  const long = files
    .map((file) => ({
      path: file.path,
      lines: file.text.split('\n').length - 1,
      most: isTest(file.path) ? 400 : 250,
    }))
    .filter((file) => file.lines > file.most);

  expect(long).toEqual([]);
});

test('no function has over 60 lines, none of a page over 100', () => {
  const long = files
    .filter((file) => !isTest(file.path))
    .flatMap((file) => functionsIn(file))
    .filter((one) => one.lines > one.most);

  expect(long).toEqual([]);
});

function functionsIn(file: SourceFile): { path: string; name: string; lines: number; most: number }[] {
  const parsed = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const most = roomOf(file.path) === 'pages' || file.path.startsWith('src/ui/') ? 100 : 60;
  const found: { path: string; name: string; lines: number; most: number }[] = [];
  function visit(node: ts.Node): void {
    if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node)) {
      const from = parsed.getLineAndCharacterOfPosition(node.getStart()).line;
      const to = parsed.getLineAndCharacterOfPosition(node.getEnd()).line;
      const name = ts.isFunctionDeclaration(node) ? (node.name?.text ?? '') : `line ${from + 1}`;
      found.push({ path: file.path, name, lines: to - from + 1, most });
    }
    ts.forEachChild(node, visit);
  }
  visit(parsed);
  return found;
}
