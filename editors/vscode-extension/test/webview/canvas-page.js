'use strict';

// The canvas page of one window, with a session of its own behind it, and what a person does on it by keys.

const { openPage } = require('./page.js');
const themes = require('./themes.js');

/**
 * The page, when everything that is seen was drawn. Its events are held back while `page.isDeaf`, as on their way.
 */
exports.openCanvas = async function openCanvas(t, shop, wishes = {}) {
  const asked = [];
  let channel;
  const page = await openPage({
    name: 'canvas.html', theme: themes.dark,
    connect(post) {
      channel = shop.channel(post, { 'page/open': (params) => asked.push(['open', params]), 'page/reveal': (params) => asked.push(['reveal', params]) });
      return (message) => channel.take(message);
    },
    ...wishes,
  });
  t.after(() => page.end());
  page.isDeaf = false;
  page.channel = channel;
  page.tell = (method, params = {}) => channel.tell(method, params);
  shop.on('kraf/event', (event) => page.isDeaf || page.tell('kraf/event', event));
  page.asked = asked;
  await page.until('document.body.dataset.paintedMs', 'a first picture');
  return page;
};

/** Waits until every picture that is seen was decoded. */
exports.there = (page) => page.until('document.body.dataset.pictures === "there" && [...document.querySelectorAll("#side canvas")].every((one) => one.dataset.shown)', 'every picture');

/** Walks by keys alone until the node is selected that a test is about. */
exports.walkTo = async function walkTo(page, node) {
  const isSelected = `document.querySelector("#side h2")?.textContent === ${JSON.stringify(node.title.split(' · ')[0])}`;
  await page.value('document.querySelector("#canvas").focus()');
  for (const key of ['/', 'Escape', '/']) await page.key(key);
  await page.type(node.title.split(' · ').join(' '));
  await page.until('Number(document.querySelector("#found").textContent) > 0', `the search for ${node.title}`);
  await page.key('Enter');
  await page.until(isSelected, 'the selection');
  if (!(await page.value('!!document.querySelector("#side canvas")'))) await page.key('ArrowRight');
  await page.until(isSelected, 'the selection');
};
