'use strict';

const assert = require('node:assert/strict');
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');

const script = path.join(__dirname, '../scripts/package.py');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kraf-vsix-'));
const pack = (name) => {
  const out = path.join(folder, name);
  execFileSync('python3', [script, out]);
  return out;
};
const python = (code, ...words) => execFileSync('python3', ['-c', code, ...words], { encoding: 'utf8' });
const skip = spawnSync('python3', ['-c', 'import zipfile']).status !== 0 && 'no python3 on the PATH; install python3';
if (skip) console.log(`SKIP the package: ${skip}`);
test.after(() => fs.rmSync(folder, { recursive: true }));

test('holds exactly the files of the golden listing, and is smaller than 1 MB', { skip }, () => {
  const out = pack('one.vsix');
  const listing = python('import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))', out);
  const golden = path.join(__dirname, 'vsix-listing.txt');
  if (process.env.KRAF_UPDATE_LISTING) fs.writeFileSync(golden, listing);
  assert.equal(listing, fs.readFileSync(golden, 'utf8'));
  for (const name of listing.trim().split('\n')) assert.doesNotMatch(name, /(^|\/)tests?\/|\.test\.|\.map$|\.ts$|tsconfig|scripts|\.env$|\.key$|\.pem$/, name);
  assert.ok(fs.statSync(out).size < 1e6);
});

test('the same files give the same bytes', { skip }, () => {
  const first = fs.readFileSync(pack('first.vsix'));
  assert.ok(first.equals(fs.readFileSync(pack('second.vsix'))));
});

test('its two descriptions are XML, and name what the manifest names', { skip }, () => {
  const facts = JSON.parse(python(`
import json, sys, zipfile, xml.etree.ElementTree as xml
package = zipfile.ZipFile(sys.argv[1])
about = xml.fromstring(package.read("extension.vsixmanifest"))
space = "{http://schemas.microsoft.com/developer/vsx-schema/2011}"
types = xml.fromstring(package.read("[Content_Types].xml"))
print(json.dumps({
  "identity": about.find(f"{space}Metadata/{space}Identity").attrib,
  "assets": [one.attrib["Path"] in package.namelist() for one in about.iter(f"{space}Asset")],
  "suffixes": [one.attrib["Extension"] for one in types],
  "names": package.namelist(),
}))`, pack('three.vsix')));
  const manifest = require('../package.json');
  assert.deepEqual(facts.identity, { Language: 'en-US', Id: manifest.name, Version: manifest.version, Publisher: manifest.publisher });
  assert.ok(facts.assets.length >= 5 && facts.assets.every(Boolean));
  for (const name of facts.names) if (name !== '[Content_Types].xml') assert.ok(facts.suffixes.includes(path.extname(name)), name);
});
