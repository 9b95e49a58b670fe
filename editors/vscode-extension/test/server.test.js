'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { Server } = require('../src/server.js');

const stub = path.join(__dirname, 'stub-server.js');

/** A server on the stub, its states as they come, and a promise of the first state of a name. */
function serverThat(t, behaviour, wishes = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kraf-stub-'));
  const states = [];
  const waiting = [];
  const server = new Server({
    command: () => ({ path: process.execPath, arguments: [stub, behaviour, folder] }),
    initialization: () => ({}),
    handlers: { request: () => null, notification: () => {} },
    told: (state) => {
      states.push(state);
      for (const one of waiting.filter(({ name }) => name === state.name)) one.resolve(state);
    },
    log: () => {},
    pauses: [0],
    ...wishes,
  });
  const reached = (name) => new Promise((resolve) => waiting.push({ name, resolve }));
  const starts = () => fs.readFileSync(path.join(folder, 'starts'), 'utf8').length;
  t.after(async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true });
  });
  return { server, states, reached, starts };
}

test('answers come back, however the stream is cut', async (t) => {
  const { server } = serverThat(t, 'split');
  server.start();
  assert.deepEqual(await server.request('echo', { text: '日本 👟' }), { text: '日本 👟' });
});

test('a refusal carries its sentence and its reason', async (t) => {
  const { server } = serverThat(t, 'plain');
  server.start();
  await assert.rejects(server.request('refuse', {}), { message: 'Not today; try tomorrow', reason: 'tired', code: -32803 });
});

test('a server that ends in the middle of a request is started again, and the request says so', async (t) => {
  const { server, states, starts } = serverThat(t, 'plain');
  server.start();
  await assert.rejects(server.request('die', {}), { message: 'krafd ended before it answered; it is started again, so try once more' });
  assert.equal(await server.request('echo', 'again'), 'again');
  assert.equal(starts(), 2);
  assert.deepEqual(states.map((state) => state.name), ['starting', 'running', 'starting', 'starting', 'running']);
});

test('a server that is killed from outside is started again', async (t) => {
  const { server, reached } = serverThat(t, 'plain');
  server.start();
  await reached('running');
  const again = reached('running');
  const request = server.request('wait', {});
  process.kill(await server.request('pid', {}), 'SIGKILL');
  await assert.rejects(request, /ended before it answered/);
  await again;
  assert.equal(await server.request('echo', 2), 2);
});

test('five ends in three minutes are the last', async (t) => {
  const { server, reached, starts } = serverThat(t, 'dies-at-once');
  const failed = reached('failed');
  server.start();
  const { sentence } = await failed;
  assert.equal(starts(), 5);
  assert.equal(sentence, 'krafd ended 5 times in three minutes and is not started again; the output “krafd” says what it wrote');
  await assert.rejects(server.request('echo', 1), { message: sentence });
});

test('ends that lie further apart than three minutes do not add up', async (t) => {
  let time = 0;
  const { server, starts } = serverThat(t, 'plain', { now: () => time });
  server.start();
  for (let round = 0; round < 7; round++) {
    time += 46 * 1000;
    await assert.rejects(server.request('die', {}), /ended before it answered/);
  }
  assert.equal(await server.request('echo', 'alive'), 'alive');
  assert.equal(starts(), 8);
});

test('the pauses before starts grow, and the last one repeats', async (t) => {
  const taken = [];
  const realTimeout = global.setTimeout;
  global.setTimeout = (run, ms) => { if (ms >= 70000) { taken.push(ms); ms = 0; } return realTimeout(run, ms); };
  const { reached, server } = serverThat(t, 'dies-at-once', { pauses: [70001, 70002, 70003], patience: 20000 });
  const failed = reached('failed');
  server.start();
  await failed;
  global.setTimeout = realTimeout;
  assert.deepEqual(taken, [70001, 70002, 70003, 70003]);
});

test('a restart by a person begins from new', async (t) => {
  let behaviour = 'dies-at-once';
  const { server, reached } = serverThat(t, '', { command: () => ({ path: process.execPath, arguments: [stub, behaviour] }) });
  const failed = reached('failed');
  server.start();
  await failed;
  behaviour = 'plain';
  await server.restart();
  assert.equal(await server.request('echo', 1), 1);
});

test('a missing program is told with what to do, and not tried again', async (t) => {
  const { server, reached, states } = serverThat(t, '', { command: () => ({ path: '/nowhere/krafd', arguments: [] }) });
  const failed = reached('failed');
  server.start();
  const { sentence } = await failed;
  assert.equal(sentence, "The program '/nowhere/krafd' was not found; install krafd, or name where it lies in the setting “kraf.path”");
  assert.equal(states.length, 2);
});

test('a file that is no program is told with what to do', async (t) => {
  const { server, reached } = serverThat(t, '', { command: () => ({ path: stub, arguments: [] }) });
  const failed = reached('failed');
  server.start();
  assert.match((await failed).sentence, /cannot be started \(EACCES\); name krafd in the setting/);
});

test('a server that writes what is no frame is ended and started again', async (t) => {
  const { server, starts } = serverThat(t, 'plain');
  server.start();
  await assert.rejects(server.request('garbage', {}), /ended before it answered/);
  assert.equal(await server.request('echo', 1), 1);
  assert.equal(starts(), 2);
});

test('a server that never answers is given up', async (t) => {
  const { server, reached } = serverThat(t, 'silent', { patience: 30 });
  const failed = reached('failed');
  server.start();
  await failed;
});

test('a cancelled request is told, and ends with what the server says', async (t) => {
  const { server } = serverThat(t, 'plain');
  server.start();
  await server.request('echo', 1);
  let cancel;
  const token = { isCancellationRequested: false, onCancellationRequested: (listener) => { cancel = listener; return { dispose() {} }; } };
  const answer = server.request('wait', {}, token);
  await Promise.resolve();
  cancel();
  await assert.rejects(answer, { code: -32800 });
});

test('what a server asks is answered, and what nobody knows is refused', async (t) => {
  const { UnknownMethod } = require('../src/connection.js');
  const request = (method, params) => {
    if (method !== 'known') throw new UnknownMethod(method);
    return { got: params };
  };
  const { server } = serverThat(t, 'plain', { handlers: { request, notification: () => {} } });
  server.start();
  assert.deepEqual(await server.request('ask', { method: 'known', params: 7 }), { got: 7 });
  assert.deepEqual(await server.request('ask', { method: 'other' }), { code: -32601, message: "No method is named 'other'" });
});
