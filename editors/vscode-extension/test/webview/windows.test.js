'use strict';

// Two windows on one canvas: two pages, each with a session of its own, and one real krafd behind both.

const assert = require('node:assert/strict');
const { test, before, after } = require('node:test');
const krafd = require('../krafd.js');
const { openCanvas, there, walkTo } = require('./canvas-page.js');
const { skip } = require('./chromium.js');
const { open } = require('./shop.js');

test('two windows on one canvas', { skip: skip || krafd.skip }, async (group) => {
  let project, left, right;
  before(async () => {
    project = krafd.project();
    project.halve('trailhead.kraf');
    project.run('render', 'trailhead.kraf', '--out', `${project.shop}/out`);
    [left, right] = [open(project), open(project)];
    for (const one of [left, right]) await one.request('kraf/workspace/open', { path: project.shop });
  });
  after(async () => {
    await Promise.all([left.end(), right.end()]);
    project.end();
  });

  const canvas = () => left.request('kraf/canvas/get', { workspace: project.shop });
  const find = async (test) => (await canvas()).nodes.find(test);
  const hero = () => find((one) => one.title === 'hero · pure-white');
  const launch = () => find((one) => one.title === 'campaign-launch · color-block');

  /** Both windows, the same node selected in each, and everything undone that a test has left. */
  async function both(t, pick = hero) {
    const node = await pick();
    const pages = [];
    for (const shop of [left, right]) {
      const page = await openCanvas(t, shop);
      await walkTo(page, node);
      pages.push(page);
    }
    t.after(async () => {
      const { x, y } = node, now = await find((one) => one.node === node.node);
      if (now && (now.x !== x || now.y !== y)) {
        await left.request('kraf/canvas/apply', { workspace: project.shop, baseClock: (await canvas()).clock, changes: [{ action: 'set', node: node.node, x, y }] });
      }
      await left.request('kraf/accept', { asset: node.asset, undo: true, workspace: project.shop });
    });
    return [...pages, node];
  }

  /** Where a window stands: what must not change when somebody else does something. */
  const place = (page) => page.value(`({ ...window.state, side: document.querySelector('#side').scrollTop, zoom: document.querySelector('#zoom').textContent, focus: document.activeElement.dataset.key ?? document.activeElement.id })`);
  const resting = (page) => page.until('document.body.dataset.view === "resting" && window.state.selected.length > 0', 'a view at rest');
  const toast = (page) => page.value('document.querySelector("#toast").hidden ? "" : document.querySelector("#toast span").textContent');
  const says = async (page, sentence) => {
    await page.until(`!document.querySelector("#toast").hidden && document.querySelector("#toast").classList.contains("bad")`, 'a sentence');
    assert.equal(await toast(page), sentence);
  };

  await group.test('what one accepts, takes back and does again, the other sees, and keeps its place', async (t) => {
    const [one, other] = await both(t);
    await other.size(1440, 420);
    await there(other);
    await other.wheel(500, 200, 300, 40);
    await other.value('document.querySelector("#side").scrollTop = 90');
    await other.value('document.querySelector("[data-key=E]").focus({ preventScroll: true })');
    await resting(other);
    const before = await place(other);
    assert.ok(before.side > 0 && before.focus === 'E', JSON.stringify(before));
    await one.key('a');
    await other.until('document.querySelector("#side .mark.accepted")', 'the mark');
    assert.deepEqual(await place(other), before);
    assert.equal(await other.value('document.querySelector("#side canvas").dataset.shown'), 'yes', 'the picture was not read again');
    await one.key('Ctrl+z');
    await other.until('!document.querySelector("#side .mark")', 'no mark');
    await one.key('Ctrl+Shift+z');
    await other.until('document.querySelector("#side .mark.accepted")', 'the mark again');
    assert.deepEqual(await place(other), before);
    assert.equal(await other.value('document.querySelector("#undo").disabled'), true, 'what another did is not mine to take back');
    assert.equal(await toast(other), '');
  });

  await group.test('what one edits and moves to the trash, the other sees', async (t) => {
    const [one, other, node] = await both(t);
    const ran = await left.request('kraf/edit', { asset: node.asset, operation: 'crop', parameters: { width: 100, height: 100 }, key: 'windows', owner: 'detached', workspace: project.shop });
    await left.request('kraf/job/wait', { job: ran.job, workspace: project.shop });
    const made = await find((each) => each.kind === 'edit');
    for (const page of [one, other]) await walkTo(page, made);
    await one.key('Delete');
    await other.until('document.querySelector("#side h2").textContent === "On this canvas"', 'the edit to go');
    await one.key('Ctrl+z');
    await one.until('document.querySelector("#undo").disabled', 'the edit taken back');
    await walkTo(other, made);
  });

  await group.test('who moves what another has just moved is told, sees where it is, and can move it from there', async (t) => {
    const [one, other, node] = await both(t);
    other.isDeaf = true;
    await one.key('Alt+ArrowRight');
    await one.until('!document.querySelector("#undo").disabled', 'a step');
    await other.key('Alt+ArrowDown');
    await says(other, 'Somebody else changed “hero · pure-white” meanwhile; look at how it is now, and do it again if you still want to');
    assert.equal(await other.value('document.querySelector("#undo").disabled'), true);
    const now = await hero();
    assert.deepEqual([now.x, now.y], [node.x + 40, node.y]);
    await other.key('Alt+ArrowDown');
    await other.until('!document.querySelector("#undo").disabled', 'a step');
    const after = await hero();
    assert.deepEqual([after.x, after.y], [node.x + 40, node.y + 40]);
    await one.until(`document.querySelector("#undo").disabled === false`);
    await one.key('Ctrl+z');
    await says(one, 'Somebody else changed “hero · pure-white” since, so this step stays as it is; change it by hand');
    assert.equal(await one.value('document.querySelector("#undo").disabled'), true, 'a step that is lost is not offered again');
    assert.deepEqual(await hero(), after);
  });

  await group.test('who drags what another moves meanwhile is told, and the drag goes on under the pointer until then', async (t) => {
    const [one, other, node] = await both(t);
    await resting(other);
    const { camera } = await other.value('window.state');
    const at = [(node.x + 100 - camera.x) * camera.scale, (node.y + 100 - camera.y) * camera.scale + 45];
    await other.mouse('mousePressed', ...at);
    await other.mouse('mouseMoved', at[0] + 40, at[1]);
    await one.key('Alt+ArrowRight');
    await one.until('!document.querySelector("#undo").disabled', 'a step');
    const moved = await hero();
    // The other window has heard of it when it sees what was told after it.
    await left.request('kraf/accept', { asset: node.asset, workspace: project.shop });
    await other.until('document.querySelector("#side .mark.accepted")', 'the news');
    await other.mouse('mouseMoved', at[0] + 80, at[1] + 20);
    await other.mouse('mouseReleased', at[0] + 80, at[1] + 20);
    await says(other, 'Somebody else changed “hero · pure-white” meanwhile; look at how it is now, and do it again if you still want to');
    assert.deepEqual([(await hero()).x, (await hero()).y], [moved.x, moved.y]);
    await other.drag(at, [at[0] + 60, at[1]]);
    await other.until('!document.querySelector("#undo").disabled', 'a step');
    assert.ok(Math.abs((await hero()).x - moved.x - 60 / camera.scale) < 1, 'dragged from where it is now');
  });

  await group.test('who moves what another has put into the trash is told so', async (t) => {
    const [one, other] = await both(t);
    other.isDeaf = true;
    await one.key('Delete');
    await one.until('document.querySelector("#toast").textContent.includes("trash")', 'the trash');
    await other.key('Alt+ArrowRight');
    await says(other, 'Somebody else moved “hero · pure-white” to the trash meanwhile; an undo in that window brings it back');
    assert.equal(await other.value('document.querySelector("#side h2").textContent'), 'On this canvas');
    other.isDeaf = false;
    await one.key('Ctrl+z');
    await one.until('document.querySelector("#undo").disabled', 'it is back');
    await walkTo(other, await hero());
  });

  await group.test('a decision that another took meanwhile is neither overruled nor taken back', async (t) => {
    const [one, other, node] = await both(t);
    const verdict = async () => (await find((each) => each.node === node.node)).verdict;
    other.isDeaf = true;
    await one.key('a');
    await one.until('document.querySelector("#side .mark.accepted")', 'the mark');
    await other.key('r');
    await says(other, 'Somebody else changed “hero · pure-white” meanwhile; look at how it is now, and do it again if you still want to');
    assert.equal(await verdict(), 'accepted');
    await other.until('document.querySelector("#side .mark.accepted")', 'how it is now');
    await other.key('r');
    await other.until('document.querySelector("#side .mark.rejected")', 'rejected, now that it was seen');
    await one.until('document.querySelector("#side .mark.rejected")', 'the same here');
    await one.key('Ctrl+z');
    await says(one, 'Somebody else changed “hero · pure-white” since, so this step stays as it is; change it by hand');
    assert.equal(await verdict(), 'rejected');
  });

  await group.test('pictures that are compared show what another decides', async (t) => {
    const [one, other, node] = await both(t);
    const second = await launch();
    await other.key('0');
    await resting(other);
    const { camera } = await other.value('window.state');
    await other.click((second.x + 100 - camera.x) * camera.scale, (second.y + 100 - camera.y) * camera.scale + 45, { modifiers: 8 });
    await other.until('document.querySelector("#side h2").textContent === "2 selected"', 'both');
    await other.key('c');
    await other.until('document.querySelectorAll(".compare article").length === 2', 'the comparison');
    await one.key('a');
    const accepted = '[...document.querySelectorAll(".compare article")].filter((each) => each.querySelector("button[aria-pressed=true]"))';
    await other.until(`${accepted}.length === 1`, 'the decision');
    assert.match(await other.value(`${accepted}[0].getAttribute("aria-label")`), /accepted/);
    assert.equal((await find((each) => each.node === node.node)).verdict, 'accepted');
  });
});
