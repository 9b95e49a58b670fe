'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { test } = require('node:test');

const root = path.join(__dirname, '..');
const isThere = spawnSync('tsc', ['--version']).status === 0;
const skip = !isThere && 'no tsc on the PATH; install node-typescript';
if (skip) console.log(`SKIP types: ${skip}`);

for (const project of ['tsconfig.json', 'tsconfig.pages.json']) {
  test(`every type of ${project} fits`, { skip }, () => {
    const { stdout, status } = spawnSync('tsc', ['-p', path.join(root, project)], { encoding: 'utf8' });
    assert.equal(stdout, '');
    assert.equal(status, 0);
  });
}
