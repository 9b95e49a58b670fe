'use strict';

const { Frames, framed } = require('./framing.js');

/** @typedef {import('./framing.js').Message} Message */
/** @typedef {{ isCancellationRequested: boolean, onCancellationRequested(listener: () => void): { dispose(): void } }} Token */

/** A request that krafd refused: `message` is a sentence for people, `reason` a stable word for machines. */
class Refusal extends Error {
  /** @param {{ code: number, message: string, data?: any }} error */
  constructor(error) {
    super(String(error.message));
    this.code = error.code;
    this.reason = error.data?.reason;
    this.data = error.data;
  }
}

/**
 * JSON-RPC over two streams of bytes.
 * @typedef {{ request(method: string, params: any): Promise<any> | any, notification(method: string, params: any): void }} Handlers
 */
class Connection {
  #frames = new Frames();
  #lastId = 0;
  /** @type {string | undefined} */
  #closed;
  /** @type {Map<number, { resolve(value: any): void, reject(error: Error): void }>} */
  #waiting = new Map();

  /**
   * @param {(bytes: Buffer) => void} write
   * @param {Handlers} handlers
   */
  constructor(write, handlers) {
    this.write = write;
    this.handlers = handlers;
  }

  /**
   * What krafd answers. A cancelled token is passed on; the request still ends with what krafd says.
   * @param {string} method
   * @param {any} params
   * @param {Token} [token]
   * @returns {Promise<any>}
   */
  request(method, params, token) {
    if (this.#closed) return Promise.reject(new Error(this.#closed));
    const id = ++this.#lastId;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.write(framed({ id, method, params }));
    if (!token) return answer;
    const watch = token.onCancellationRequested(() => {
      if (this.#waiting.has(id)) this.notify('$/cancelRequest', { id });
    });
    return answer.finally(() => watch.dispose());
  }

  /** @param {string} method @param {any} params */
  notify(method, params) {
    if (!this.#closed) this.write(framed({ method, params }));
  }

  /**
   * Takes bytes of krafd. Throws `FrameError` when they cannot be followed.
   * @param {Buffer} chunk
   */
  receive(chunk) {
    for (const message of this.#frames.push(chunk)) this.#take(message);
  }

  /**
   * Ends every open request with a sentence.
   * @param {string} sentence
   */
  close(sentence) {
    this.#closed = sentence;
    for (const one of this.#waiting.values()) one.reject(new Error(sentence));
    this.#waiting.clear();
  }

  /** @param {Message} message */
  #take(message) {
    if (typeof message.method === 'string') {
      if (message.id === undefined) this.handlers.notification(message.method, message.params);
      else this.#answer(message.id, message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(Number(message.id));
    if (!waiting) return;
    this.#waiting.delete(Number(message.id));
    if (message.error) waiting.reject(new Refusal(message.error));
    else waiting.resolve(message.result);
  }

  /** @param {number | string | null} id @param {string} method @param {any} params */
  async #answer(id, method, params) {
    /** @type {Message} */
    let reply;
    try {
      reply = { id, result: (await this.handlers.request(method, params)) ?? null };
    } catch (error) {
      const code = error instanceof UnknownMethod ? -32601 : -32603;
      reply = { id, error: { code, message: error instanceof Error ? error.message : String(error) } };
    }
    if (!this.#closed) this.write(framed(reply));
  }
}

/** krafd asked for something that this editor does not know. */
class UnknownMethod extends Error {
  /** @param {string} method */
  constructor(method) {
    super(`No method is named '${method}'`);
  }
}

module.exports = { Connection, Refusal, UnknownMethod };
