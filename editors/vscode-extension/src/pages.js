'use strict';

const { randomBytes } = require('node:crypto');

/**
 * What a page may load: its own script and style, marked by a nonce, and pictures from the webview's own source. No network,
 * no frame, no script or style inside the markup.
 * @param {string} source The webview's own source, as VS Code names it.
 * @param {string} nonce
 */
const policy = (source, nonce) => [
  "default-src 'none'", `img-src ${source}`, `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, "base-uri 'none'", "form-action 'none'",
].join('; ');

/**
 * A page with its policy, a fresh nonce and the place of its files filled in.
 * @param {string} template
 * @param {{ source: string, base: string }} places
 */
function filled(template, { source, base }) {
  const nonce = randomBytes(18).toString('base64');
  return template.replaceAll('{{policy}}', policy(source, nonce)).replaceAll('{{nonce}}', nonce).replaceAll('{{base}}', base);
}

module.exports = { filled };
