'use strict';

// A server that follows a script, for what the real krafd never does. `node stub-server.js BEHAVIOUR [FOLDER]`.
// `split` writes one byte at a time; `dies` ends at the first request; `dies-at-once` before it answers anything;
// `garbage` writes what is no frame; `silent` never answers; `asks` asks its client and tells the answer.

const fs = require('node:fs');
const { Frames, framed } = require('../src/framing.js');

const [behaviour, folder] = process.argv.slice(2);
if (folder) fs.appendFileSync(`${folder}/starts`, 'x');
if (behaviour === 'dies-at-once') process.exit(3);

const frames = new Frames();
const send = (message) => {
  const bytes = framed(message);
  if (behaviour !== 'split') return process.stdout.write(bytes);
  for (const byte of bytes) fs.writeSync(1, Buffer.from([byte]));
};

const answers = {
  initialize: ({ id }) => send({ id, result: { capabilities: { hoverProvider: true } } }),
  shutdown: ({ id }) => send({ id, result: null }),
  exit: () => process.exit(0),
  pid: ({ id }) => send({ id, result: process.pid }),
  echo: ({ id, params }) => send({ id, result: params }),
  refuse: ({ id }) => send({ id, error: { code: -32803, message: 'Not today; try tomorrow', data: { reason: 'tired' } } }),
  die: () => process.exit(7),
  garbage: () => process.stdout.write('Content-Length: many\r\n\r\n{}'),
  ask: ({ id, params }) => {
    send({ id: 'mine', method: params.method, params: params.params });
    answers.told = ({ result, error }) => send({ id, result: result ?? error });
  },
  wait: ({ id }) => {
    answers['$/cancelRequest'] = ({ params }) => {
      if (params.id === id) send({ id, error: { code: -32800, message: 'Cancelled' } });
    };
  },
};

process.stdin.on('data', (chunk) => {
  if (behaviour === 'silent') return;
  for (const message of frames.push(chunk)) {
    if (message.method === undefined) answers.told(message);
    else answers[message.method]?.(message);
  }
});
process.stdin.on('end', () => process.exit(1));
