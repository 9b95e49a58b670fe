'use strict';

const { spawn } = require('node:child_process');
const { Connection } = require('./connection.js');

/** @typedef {import('./connection.js').Handlers} Handlers */
/** @typedef {import('./connection.js').Token} Token */

/**
 * `failed` is final until a person restarts it; `sentence` says why and what to do.
 * @typedef {{ name: 'stopped' | 'starting' } | { name: 'running', capabilities: any } | { name: 'failed', sentence: string }} State
 */

/**
 * What a server needs to know.
 * @typedef {object} Wishes
 * @property {() => { path: string, arguments: string[], environment?: Record<string, string | undefined> }} command
 * @property {() => any} initialization The parameters of `initialize`.
 * @property {Handlers} handlers
 * @property {(state: State) => void} told Called with every new state.
 * @property {(line: string) => void} log
 * @property {number[]} [pauses] Before the first, second, … restart, in ms; the last one repeats.
 * @property {number} [patience] How long `initialize` and `shutdown` may take, in ms.
 * @property {() => number} [now] In ms.
 */

const exitsAllowed = 5;
const exitsWithin = 3 * 60 * 1000;

/** One krafd process at a time: starts it, starts it again when it ends, and gives up when it ends too often. */
class Server {
  /** @type {State} */
  state = { name: 'stopped' };
  /** @type {Connection | undefined} */
  #connection;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  /** @type {number[]} */
  #exits = [];
  /** @type {NodeJS.Timeout | undefined} */
  #restart;
  /** @type {(() => void)[]} */
  #settled = [];

  /** @param {Wishes} wishes */
  constructor(wishes) {
    this.wishes = { pauses: [0, 500, 2000, 5000], patience: 20000, now: Date.now, ...wishes };
  }

  /** Starts krafd unless it runs already. */
  start() {
    if (this.state.name === 'running' || this.state.name === 'starting') return;
    this.#exits = [];
    this.#launch();
  }

  /** Asks krafd to end, and ends it if it does not. */
  async stop() {
    const [connection, child] = [this.#connection, this.#process];
    clearTimeout(this.#restart);
    this.#connection = this.#process = undefined;
    this.#tell({ name: 'stopped' });
    const isAlive = child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
    if (!connection || !child || !isAlive) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const deadline = setTimeout(() => child.kill('SIGKILL'), Math.min(this.wishes.patience, 2000));
    connection.request('shutdown', null).then(() => connection.notify('exit', null), () => child.kill());
    await ended;
    clearTimeout(deadline);
    connection.close('krafd was stopped');
  }

  /** Ends krafd and starts it anew, also after it was given up. */
  async restart() {
    await this.stop();
    this.start();
  }

  /**
   * What krafd answers; a request during a start waits for it.
   * @param {string} method @param {any} params @param {Token} [token]
   * @returns {Promise<any>}
   */
  async request(method, params, token) {
    if (this.state.name === 'starting') await new Promise((/** @type {(value?: any) => void} */ done) => this.#settled.push(done));
    if (this.state.name === 'running' && this.#connection) return this.#connection.request(method, params, token);
    throw new Error(this.state.name === 'failed' ? this.state.sentence : 'krafd is not running; start it by the command “Restart krafd”');
  }

  /**
   * Tells krafd something; without a krafd that runs nothing is said.
   * @param {string} method @param {any} params
   */
  notify(method, params) {
    if (this.state.name === 'running') this.#connection?.notify(method, params);
  }

  /** @param {State} state */
  #tell(state) {
    this.state = state;
    this.wishes.told(state);
    if (state.name !== 'starting') for (const one of this.#settled.splice(0)) one();
  }

  #launch() {
    const { path, arguments: words, environment } = this.wishes.command();
    this.#tell({ name: 'starting' });
    const child = spawn(path, words, { stdio: ['pipe', 'pipe', 'pipe'], env: environment ?? process.env });
    const isCurrent = () => this.#process === child;
    const { handlers } = this.wishes;
    const connection = new Connection((bytes) => child.stdin.write(bytes), {
      request: (method, params) => handlers.request(method, params),
      notification: (method, params) => isCurrent() && handlers.notification(method, params),
    });
    this.#process = child;
    this.#connection = connection;
    child.stdin.on('error', () => {}); // A pipe that breaks is told by the process's end.
    child.stderr.on('data', (/** @type {Buffer} */ text) => this.wishes.log(text.toString('utf8').trimEnd().slice(0, 2000)));
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      try {
        connection.receive(chunk);
      } catch (error) {
        this.wishes.log(`krafd is ended: ${error instanceof Error ? error.message : error}`);
        child.kill();
      }
    });
    child.once('error', (error) => {
      connection.close('krafd could not be started');
      if (isCurrent()) this.#fail(missing(path, error));
    });
    child.once('exit', (code, signal) => {
      connection.close('krafd ended before it answered; it is started again, so try once more');
      this.wishes.log(`krafd ended with ${signal ?? `status ${code}`}`);
      if (isCurrent()) this.#again();
    });
    const deadline = setTimeout(() => child.kill('SIGKILL'), this.wishes.patience);
    connection.request('initialize', this.wishes.initialization()).then(
      (reply) => {
        clearTimeout(deadline);
        if (!isCurrent()) return;
        connection.notify('initialized', {});
        this.#tell({ name: 'running', capabilities: reply?.capabilities ?? {} });
      },
      (error) => {
        clearTimeout(deadline);
        this.wishes.log(`initialize: ${error.message}`);
        child.kill();
      },
    );
  }

  #again() {
    const { now, pauses } = this.wishes;
    this.#exits = [...this.#exits, now()].filter((time) => time > now() - exitsWithin);
    if (this.#exits.length >= exitsAllowed) {
      this.#fail(`krafd ended ${exitsAllowed} times in three minutes and is not started again; the output “krafd” says what it wrote`);
      return;
    }
    this.#connection = this.#process = undefined;
    this.#tell({ name: 'starting' });
    this.#restart = setTimeout(() => this.#launch(), pauses[Math.min(this.#exits.length, pauses.length) - 1]);
  }

  /** @param {string} sentence */
  #fail(sentence) {
    this.#connection = this.#process = undefined;
    this.#tell({ name: 'failed', sentence });
  }
}

/** @param {string} path @param {Error & { code?: string }} error */
function missing(path, error) {
  if (error.code === 'ENOENT') {
    return `The program '${path}' was not found; install krafd, or name where it lies in the setting “kraf.path”`;
  }
  return `The program '${path}' cannot be started (${error.code ?? error.message}); name krafd in the setting “kraf.path”`;
}

module.exports = { Server };
