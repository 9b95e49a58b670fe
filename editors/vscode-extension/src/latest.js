'use strict';

/**
 * Work that is done once more when it was asked for while it ran, however often: the last asker's world is what it saw.
 * @param {() => Promise<void>} work
 */
function latest(work) {
  let isRunning = false;
  let isAsked = false;
  return async function run() {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    while (isAsked) {
      isAsked = false;
      await work();
    }
    isRunning = false;
  };
}

module.exports = { latest };
