'use strict';

/**
 * @typedef {{ jsonrpc?: string, id?: number | string | null, method?: string, params?: any, result?: any,
 *   error?: { code: number, message: string, data?: any } }} Message
 */

/** What krafd sent cannot be followed any more. */
class FrameError extends Error {}

const headerLimit = 8192;
const messageLimit = 64 * 1024 * 1024;
const headerEnd = Buffer.from('\r\n\r\n');

/** Bytes in, messages out: the framing of the Language Server Protocol. */
class Frames {
  /** @type {Buffer[]} */
  #chunks = [];
  #held = 0;
  /** The bytes that must be held before it is worth looking again. */
  #wanted = 0;

  /**
   * The messages that are complete with these bytes.
   * Throws `FrameError` when a header or a body cannot be understood or is too long.
   * @param {Buffer} chunk
   * @returns {Message[]}
   */
  push(chunk) {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#wanted) return [];
    let bytes = Buffer.concat(this.#chunks);
    const messages = [];
    for (;;) {
      const end = bytes.indexOf(headerEnd);
      if (end > headerLimit || (end < 0 && bytes.length > headerLimit)) throw new FrameError('The header is too long');
      if (end < 0) {
        this.#wanted = 0;
        break;
      }
      const start = end + headerEnd.length;
      const length = bodyLength(bytes.toString('latin1', 0, end));
      if (bytes.length < start + length) {
        this.#wanted = start + length;
        break;
      }
      messages.push(parsed(bytes.toString('utf8', start, start + length)));
      bytes = bytes.subarray(start + length);
    }
    this.#chunks = bytes.length ? [bytes] : [];
    this.#held = bytes.length;
    return messages;
  }
}

/** @param {string} header */
function bodyLength(header) {
  const lines = header.split('\r\n').map((line) => /^content-length:[ \t]*(\d{1,9})[ \t]*$/i.exec(line)).filter(Boolean);
  const length = lines.length === 1 ? Number(lines[0]?.[1]) : NaN;
  if (!(length <= messageLimit)) throw new FrameError('The header names no length that can be followed');
  return length;
}

/** @param {string} text @returns {Message} */
function parsed(text) {
  try {
    const message = JSON.parse(text);
    if (message && typeof message === 'object' && !Array.isArray(message)) return message;
  } catch {
    // Told below in words that do not repeat what was sent.
  }
  throw new FrameError('A message is not a JSON object');
}

/**
 * A message with its header.
 * @param {Message} message
 */
function framed(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }), 'utf8');
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`, 'latin1'), body]);
}

module.exports = { Frames, FrameError, framed };
