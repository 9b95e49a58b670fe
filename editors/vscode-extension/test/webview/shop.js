'use strict';

// A real krafd behind a page, over the same bridge and client that the editor uses.

const { readFile } = require('node:fs/promises');
const { Channel, topics } = require('../../src/channel.js');
const { Server } = require('../../src/server.js');
const krafd = require('../krafd.js');

/** Starts krafd for a project; `listeners` get what it tells. */
exports.open = function open(project) {
  const listeners = new Map();
  const server = new Server({
    command: () => ({ path: krafd.program, arguments: ['lsp', '--stdio'] }),
    initialization: () => ({ processId: process.pid, rootUri: null, workspaceFolders: [], capabilities: {} }),
    handlers: { request: () => null, notification: (method, params) => listeners.get(method)?.(params) },
    told: () => {},
    log: () => {},
  });
  server.start();
  const request = (method, params) => server.request(method, params);
  return {
    request, server, on: (method, listener) => listeners.set(method, listener),
    /** The canvas page's side of the editor. */
    channel: (post, own = {}) => new Channel({
      request, post, read: (path) => readFile(path), workspace: () => project.shop,
      own: {
        'page/subscribe': async ({ since }) => ({
          ...(await request('kraf/subscribe', { topics, since, workspace: project.shop })), root: project.shop,
        }),
        ...own,
      },
    }),
    end: () => server.stop(),
  };
};
