'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { Frames, FrameError, framed } = require('../src/framing.js');

const messages = [{ id: 1, result: 'Mug détail 日本 👟' }, { method: 'x', params: [] }, { id: 2, result: null }];
const stream = Buffer.concat(messages.map(framed));
const wanted = messages.map((one) => ({ jsonrpc: '2.0', ...one }));

test('every way to cut a stream gives the same messages', () => {
  for (let cut = 0; cut <= stream.length; cut++) {
    const frames = new Frames();
    assert.deepEqual([...frames.push(stream.subarray(0, cut)), ...frames.push(stream.subarray(cut))], wanted, `cut at ${cut}`);
  }
});

test('a stream of single bytes gives the same messages', () => {
  const frames = new Frames();
  assert.deepEqual([...stream].flatMap((byte) => frames.push(Buffer.from([byte]))), wanted);
});

test('header names are read in any case, and other headers are skipped', () => {
  const bytes = Buffer.from('Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:  2\r\n\r\n{}');
  assert.deepEqual(new Frames().push(bytes), [{}]);
});

for (const [name, text] of Object.entries({
  'no number': 'Content-Length: many\r\n\r\n{}',
  'a negative length': 'Content-Length: -5\r\n\r\n{}',
  'two lengths': 'Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}',
  'no length': 'Content-Type: x\r\n\r\n{}',
  'a length beyond the limit': 'Content-Length: 67108865\r\n\r\n',
  'a header without an end': 'x'.repeat(9000),
  'no JSON': 'Content-Length: 2\r\n\r\n{]',
  'JSON that is no object': 'Content-Length: 1\r\n\r\n3',
})) {
  test(`refuses ${name}`, () => assert.throws(() => new Frames().push(Buffer.from(text)), FrameError));
}
