// Lines of text in a width. Wrapping is dear, so each text is wrapped once a width and font.

/** @type {Map<string, string[]>} */
const wrapped = new Map();

/**
 * A text in lines that fit; what has no room ends with an ellipsis.
 * @param {CanvasRenderingContext2D} pen With the font set. @param {string} text @param {number} width In px. @param {number} lines The most.
 * @returns {string[]}
 */
export function wrap(pen, text, width, lines) {
  const key = `${pen.font}|${width}|${lines}|${text}`;
  let found = wrapped.get(key);
  if (!found) {
    if (wrapped.size > 4000) wrapped.clear();
    found = broken(pen, text.slice(0, 2000), width, lines);
    wrapped.set(key, found);
  }
  return found;
}

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {number} width @param {number} lines */
function broken(pen, text, width, lines) {
  const made = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || pen.measureText(longer).width <= width) {
      line = longer;
      continue;
    }
    made.push(line);
    line = word;
    if (made.length === lines) break;
  }
  if (made.length < lines && line) {
    made.push(line);
    line = '';
  }
  return made.map((one, index) => shortened(pen, index === lines - 1 && line ? `${one} …` : one, width));
}

/** @param {CanvasRenderingContext2D} pen @param {string} line @param {number} width */
function shortened(pen, line, width) {
  if (pen.measureText(line).width <= width) return line;
  let letters = [...line.replace(/ …$/, '')];
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > width) {
    letters = letters.slice(0, Math.min(letters.length - 1, Math.ceil(letters.length * 0.9)));
  }
  return `${letters.join('').trimEnd()}…`;
}
