'use strict';

// Pictures that cannot be read: taken from the disk while they are shown, or larger than anything that can be opened.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { test, before, after } = require('node:test');
const { activated, asker } = require('../activated.js');
const krafd = require('../krafd.js');
const { openCanvas, there, walkTo } = require('./canvas-page.js');
const { skip } = require('./chromium.js');
const { openPage } = require('./page.js');
const { open } = require('./shop.js');
const themes = require('./themes.js');

const sentence = 'The file of this picture is gone or damaged; generate its shot again';

/** A PNG of a few hundred bytes that says it has 900 megapixels. */
function claimingPhoto() {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(30000, 0);
  size.writeUInt32BE(30000, 4);
  size.set([8, 2], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', zlib.deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))]);
}

/** The check sum of a PNG's parts. */
function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

test('pictures that cannot be read', { skip: skip || krafd.skip }, async (group) => {
  let project, shop;
  before(async () => {
    project = krafd.project();
    project.halve('first-leaf.kraf');
    project.run('render', 'first-leaf.kraf', '--out', `${project.shop}/out`);
    shop = open(project);
    await shop.request('kraf/workspace/open', { path: project.shop });
  });
  after(async () => {
    await shop.end();
    project.end();
  });

  await group.test('a picture taken from the disk while the canvas shows it stays seen; where it must be read again a sentence says so', async (t) => {
    const { nodes } = await shop.request('kraf/canvas/get', { workspace: project.shop });
    const hero = nodes.find((one) => one.title === 'hero · pure-white');
    const page = await openCanvas(t, shop);
    await walkTo(page, hero);
    await there(page);
    const { path: file } = await shop.request('kraf/asset/get', { asset: hero.asset, workspace: project.shop });
    const bytes = fs.readFileSync(file);
    fs.rmSync(file);
    const small = path.join(project.shop, '.kraf/thumbnails', hero.asset.slice(0, 2));
    for (const name of fs.readdirSync(small).filter((one) => one.startsWith(hero.asset.slice(2)))) fs.rmSync(path.join(small, name));
    await page.key('a');
    await page.until('document.querySelector("#side .mark.accepted")', 'the mark');
    assert.equal(await page.value('document.querySelector("#side canvas").dataset.shown'), 'yes', 'what was read is shown on');
    await page.key('e');
    await page.until('document.querySelector("dialog.edit")', 'the form');
    await page.value('(() => { const one = document.querySelector("dialog.edit select"); one.value = "crop"; one.dispatchEvent(new Event("change")); })()');
    for (const name of ['width', 'height']) {
      await page.value(`document.querySelector("[name=${name}]").focus()`);
      await page.type('30');
    }
    await page.key('Enter');
    await page.until('document.querySelector("#toast").classList.contains("bad")', 'a sentence');
    assert.equal(await page.value('document.querySelector("#toast span").textContent'), sentence);

    const again = await openCanvas(t, shop);
    await walkTo(again, hero);
    await again.until('document.querySelector("#side .gone")', 'the sentence in the place of the picture');
    assert.equal(await again.value('document.querySelector("#side .gone").textContent'), sentence);
    await again.key('1');
    await again.until('document.body.dataset.pictures === "there" && document.body.dataset.view === "resting"', 'everything that can be read');
    await again.shot('canvas-gone');
    assert.deepEqual(await again.value('window.errors'), []);

    fs.writeFileSync(file, bytes);
    const asked = [], answer = again.channel.own['page/picture'];
    again.channel.own['page/picture'] = (params) => {
      asked.push(params);
      return answer(params);
    };
    again.tell('page/shown');
    await again.until('document.querySelector("#side canvas")?.dataset.shown', 'a file that is back is read');
    await there(again);
    assert.deepEqual(new Set(asked.map((one) => one.asset)), new Set([hero.asset]), 'nothing else is read again');
    assert.ok(asked.length >= 2, 'on the canvas too');
    await again.key('a');
    await again.until('!document.querySelector("#side .mark")', 'undecided');
  });

  await group.test('the editor is not sent to a file that is gone', async (t) => {
    const { fake } = activated(t, { folders: [project.shop], settings: { 'kraf.path': { globalValue: krafd.program } } });
    fake.open(project.uri('first-leaf.kraf'), project.text('first-leaf.kraf'));
    await fake.commands.get('kraf.canvas')();
    const ask = asker(fake, fake.panels[0]);
    const { nodes } = (await ask('kraf/canvas/get', {})).result;
    const { asset } = nodes.find((one) => one.title === 'detail-label · soft-gray-studio');
    fs.rmSync((await ask('kraf/asset/get', { asset })).result.path);
    assert.equal((await ask('page/open', { asset })).error.message, 'The file of this picture is gone; generate its shot again');
    assert.deepEqual(fake.executed.filter(([name]) => name === 'vscode.open'), []);
  });

  await group.test('a photo that goes, or becomes larger than anything, is told in the preview and never painted; the next good one is shown', async (t) => {
    const { fake } = activated(t, { folders: [project.shop], settings: { 'kraf.path': { globalValue: krafd.program }, 'kraf.preview.px': { globalValue: 192 } } });
    const text = project.text('first-leaf.kraf');
    const document = fake.open(project.uri('first-leaf.kraf'), text);
    await fake.commands.get('kraf.preview')();
    const [one] = fake.panels;
    const page = await openPage({
      name: 'preview.html', theme: themes.dark, size: [760, 900],
      connect(post) {
        one.panel.webview.postMessage = async (message) => post(message);
        return (message) => one.send(message);
      },
    });
    t.after(() => page.end());
    const isDone = 'document.querySelector("#problem").hidden && document.querySelector("#progress").getAttribute("aria-valuenow") === "100" && !document.querySelector("#figure").hidden';
    const says = (part) => page.until(`!document.querySelector("#problem").hidden && document.querySelector("#problem").textContent.includes(${JSON.stringify(part)})`, part);
    const { Position, Range, TextEdit } = fake.vscode;
    const end = new Position(text.split('\n').length - 1, 0);
    const touch = () => fake.replace(document, [new TextEdit(new Range(end, end), '\n')]);
    await page.until(isDone, 'the sharpest picture');
    // As wide as the example's photo; a canvas that nothing was painted on has a width too.
    const width = 1600;
    await page.until(`document.querySelector("#photo").width === ${width} && !document.querySelector("#before").disabled`, 'the photo');

    const photo = project.file('photos/carton-studio.jpg'), bytes = fs.readFileSync(photo);
    fs.rmSync(photo);
    touch();
    await says("There is no file 'photos/carton-studio.jpg' in the workspace");
    assert.equal(await page.value('document.querySelector("#figure").classList.contains("dimmed")'), true);
    fs.writeFileSync(photo, claimingPhoto());
    touch();
    await says(`'photos/carton-studio.jpg' is 30000 × 30000 px; krafd opens up to 100 megapixels, so scale it down`);
    await page.shot('preview-megapixels');
    assert.equal(await page.value('document.querySelector("#photo").width'), width, 'the photo of before');
    fs.writeFileSync(photo, bytes);
    touch();
    await page.until(isDone, 'the picture again');
    assert.deepEqual(await page.value('window.errors'), []);
    assert.deepEqual(fake.messages, []);
  });
});
