'use strict';

// A real krafd for one test file: its own runtime folder, a project that is a copy of the examples, and an end.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

exports.program = process.env.KRAFD;
exports.skip = !exports.program && 'no krafd; name the program by KRAFD=path';
if (exports.skip) console.log(`SKIP ${path.basename(process.argv[1] ?? '')}: ${exports.skip}`);

/** A project with the examples, and a daemon of its own that `end` stops. */
exports.project = function project() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'kraf-')));
  const shop = path.join(folder, 'shop');
  fs.mkdirSync(path.join(folder, 'run'), { mode: 0o700 });
  fs.cpSync(path.join(__dirname, '../../../examples'), shop, { recursive: true });
  process.env.KRAF_RUNTIME_DIR = path.join(folder, 'run');
  const file = (name) => path.join(shop, name);
  return {
    shop, file,
    uri: (name) => pathToFileURL(file(name)).href,
    text: (name) => fs.readFileSync(file(name), 'utf8'),
    run: (...words) => execFileSync(exports.program, words, { cwd: shop, encoding: 'utf8' }),
    /** Has a shot list ask for pictures of half the width and height, which are made in less time. */
    halve(name) {
      const halved = (_, width, height) => `size: ${width / 2}x${height / 2}`;
      fs.writeFileSync(file(name), fs.readFileSync(file(name), 'utf8').replace(/size: (\d+)x(\d+)/g, halved));
    },
    /** Ends the daemon as a crash does. */
    kill() {
      const { pid } = JSON.parse(execFileSync(exports.program, ['status', '--json'], { encoding: 'utf8' }));
      process.kill(pid, 'SIGKILL');
    },
    end() {
      try {
        execFileSync(exports.program, ['stop'], { stdio: 'ignore' });
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
  };
};
