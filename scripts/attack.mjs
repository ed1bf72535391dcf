// npm run attack: takes away each permit, rule and row policy of some slices in turn, and asks whether a test notices.
// `npm run attack -- privacy --kind permits --only canWithdraw`. Runs long, so it stands beside the gate.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { root } from './prepare.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kind: { type: 'string' }, only: { type: 'string' }, from: { type: 'string', default: '1' } },
});
const slices = positionals.length > 0 ? positionals : ['privacy', 'referrals', 'volunteering'];
/** What looks at every route and every page, for mutants that a slice’s own tests let through. */
const laws = ['test/law/matrix.test.ts', 'test/law/leaks.test.ts'];

const tree = mkdtempSync(join(tmpdir(), 'joinery-attack-'));
try {
  process.exitCode = attack();
} finally {
  git('worktree', 'remove', '--force', tree);
}

function attack() {
  rmSync(tree, { recursive: true });
  git('worktree', 'add', '--quiet', '--detach', tree, 'HEAD');
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const mutants = slices.flatMap((slice) => [...permits(slice), ...rules(slice), ...policies(slice)]);
  const chosen = mutants
    .filter(({ kind }) => !values.kind || kind === values.kind)
    .filter(({ name }) => !values.only || name.includes(values.only))
    .slice(Number(values.from) - 1);
  for (const slice of slices) {
    if (fails([`src/slices/${slice}`]))
      throw new Error(`The tests of ${slice} fail as they are: mend them first.`);
  }
  const survived = chosen.filter((mutant, index) => !isNoticed(mutant, `${index + 1}/${chosen.length}`));
  for (const { slice, kind, name } of survived) console.log(`survived: ${slice} ${kind} ${name}`);
  console.log(`${chosen.length - survived.length} noticed, ${survived.length} survived`);
  return survived.length > 0 ? 1 : 0;
}

function isNoticed({ slice, kind, name, file, text }, place) {
  const path = join(tree, file);
  const before = kind === 'policies' ? undefined : readFileSync(path, 'utf8');
  writeFileSync(path, text);
  const noticed = fails([`src/slices/${slice}`]) || fails(laws);
  if (before === undefined) rmSync(path);
  else writeFileSync(path, before);
  console.log(`${place} ${noticed ? 'noticed' : 'SURVIVED'} ${slice} ${kind} ${name}`);
  return noticed;
}

function fails(tests) {
  const vitest = join(tree, 'node_modules/.bin/vitest');
  const { status } = spawnSync(vitest, ['run', '--project', 'unit', '--bail', '1', ...tests], {
    cwd: tree,
    stdio: 'ignore',
  });
  return status !== 0;
}

/** Each permit answers yes to everybody. */
function permits(slice) {
  return sources(slice, 'permits').flatMap(({ file, source }) =>
    found(source, (node) => {
      const isPermit =
        ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer);
      if (!isPermit || node.initializer.expression.getText(source) !== 'can') return undefined;
      const [, , decide] = node.initializer.arguments;
      return decide && { name: node.name.getText(source), part: decide, by: '() => true' };
    }).map((mutant) => ({ slice, kind: 'permits', file, ...mutant })),
  );
}

/** Each rule that can say no says nothing, and each that answers a question says yes. */
function rules(slice) {
  return sources(slice, 'rules').flatMap(({ file, source }) =>
    found(source, (node) => {
      if (!ts.isFunctionDeclaration(node) || !node.body || !node.name || !node.type) return undefined;
      const answers = node.type.getText(source);
      const name = node.name.text;
      if (answers === 'boolean') return { name, part: node.body, by: '{ return true; }' };
      const saysNo = answers === 'string | undefined' && /^(why|problem|refus)/.test(name);
      return saysNo ? { name, part: node.body, by: '{ return undefined; }' } : undefined;
    }).map((mutant) => ({ slice, kind: 'rules', file, ...mutant })),
  );
}

/** Each row policy of the web login is dropped by one more migration. */
function policies(slice) {
  const folder = join(tree, 'db/migrations');
  return readdirSync(folder).flatMap((file) => {
    const sql = readFileSync(join(folder, file), 'utf8');
    const made = sql.matchAll(/create policy (\w+) on (\w+)\.(\w+)([^;]*);/g);
    return [...made]
      .filter(([, , schema, , rest]) => schema === slice && /joinery_web/.test(rest))
      .map(([, name, schema, table]) => ({
        ...{ slice, kind: 'policies', name, file: 'db/migrations/9999_attack__a_policy_is_gone.sql' },
        text: `drop policy if exists ${name} on ${schema}.${table};\n`,
      }));
  });
}

function sources(slice, room) {
  const folder = `src/slices/${slice}`;
  const inRoom = (file) => file === `${room}.ts` || file.startsWith(`${room}/`);
  return readdirSync(join(tree, folder), { recursive: true })
    .filter((file) => inRoom(file) && file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => {
      const path = `${folder}/${file}`;
      const text = readFileSync(join(tree, path), 'utf8');
      return { file: path, source: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
    });
}

/** One mutant for each node that `change` knows a change of: the whole text with that part in another’s place. */
function found(source, change) {
  const all = [];
  function look(node) {
    const to = change(node);
    if (to) {
      const { text } = source;
      const changed = text.slice(0, to.part.getStart(source)) + to.by + text.slice(to.part.end);
      all.push({ name: to.name, text: changed });
    }
    ts.forEachChild(node, look);
  }
  look(source);
  return all;
}

function git(...args) {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
