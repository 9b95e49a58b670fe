'use strict';

const os = require('node:os');
const path = require('node:path');
const vscode = require('vscode');

/**
 * The program that a person chose for this machine. What a workspace says is never taken: whoever sends a folder must not
 * decide which program runs.
 */
function krafdPath() {
  const found = vscode.workspace.getConfiguration('kraf').inspect('path');
  const chosen = found?.globalValue ?? found?.defaultValue;
  const text = typeof chosen === 'string' && chosen.trim() ? chosen.trim() : 'krafd';
  return text.startsWith('~/') ? path.join(os.homedir(), text.slice(2)) : text;
}

module.exports = { krafdPath };
