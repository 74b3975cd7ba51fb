// Draws the app's icons with code: `npm run icons` writes public/icon*.{svg,png}. PNGs are rastered here, without a browser.
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const INK = [20, 33, 61];
const SAND = [242, 221, 176];
const BELL = "M4 11V7a4 4 0 0 1 8 0v4l1.3 1.5H2.7z";

// The bell on a grid of 16: closed outlines as points, the clapper and the crown as capsules.
const bell = [];
const arc = (cx, cy, r, from, to) => {
  for (let i = 0; i <= 40; i++) {
    const angle = from + ((to - from) * i) / 40;
    bell.push([cx + r * Math.cos(angle), cy + r * Math.sin(angle)]);
  }
};
bell.push([4, 11]);
arc(8, 7, 4, Math.PI, 2 * Math.PI);
bell.push([12, 11], [13.3, 12.5], [2.7, 12.5]);
const capsules = [
  [6.9, 14.3, 9.1, 14.3, 0.75],
  [8, 1.7, 8, 3.2, 0.75],
];

function inside(x, y) {
  let isIn = false;
  for (let i = 0, j = bell.length - 1; i < bell.length; j = i++) {
    const [xi, yi] = bell[i];
    const [xj, yj] = bell[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isIn = !isIn;
  }
  return isIn || capsules.some(([x1, y1, x2, y2, r]) => distance(x, y, x1, y1, x2, y2) <= r);
}
function distance(x, y, x1, y1, x2, y2) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
function corner(x, y, size, radius) {
  const dx = Math.max(radius - x, x - (size - radius), 0);
  const dy = Math.max(radius - y, y - (size - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}

/** `share`: how much of the width the drawing takes; `radius`: of the corners, in parts of the size. */
function png(size, share, radius) {
  const raw = Buffer.alloc((size * 4 + 1) * size);
  const scale = (size * share) / 16;
  const [left, top] = [size / 2 - 8 * scale, size / 2 - 8.1 * scale];
  const STEPS = 4;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [ground, mark] = [0, 0];
      for (let s = 0; s < STEPS * STEPS; s++) {
        const px = x + ((s % STEPS) + 0.5) / STEPS;
        const py = y + (Math.floor(s / STEPS) + 0.5) / STEPS;
        if (!corner(px, py, size, size * radius)) continue;
        ground += 1;
        if (inside((px - left) / scale, (py - top) / scale)) mark += 1;
      }
      const part = ground === 0 ? 0 : mark / ground;
      const at = y * (size * 4 + 1) + 1 + x * 4;
      for (let c = 0; c < 3; c++) raw[at + c] = Math.round(INK[c] * (1 - part) + SAND[c] * part);
      raw[at + 3] = Math.round((255 * ground) / (STEPS * STEPS));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(raw, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}
function crc(data) {
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#14213D"/><g transform="translate(5.6 5.5) scale(1.3)" fill="#F2DDB0"><path d="${BELL}"/><path d="M6.9 14.3h2.2M8 1.7v1.5" stroke="#F2DDB0" stroke-width="1.5" stroke-linecap="round"/></g></svg>\n`;
writeFileSync("public/icon.svg", svg);
writeFileSync("public/icon-180.png", png(180, 0.64, 0));
writeFileSync("public/icon-192.png", png(192, 0.66, 0.22));
writeFileSync("public/icon-512.png", png(512, 0.66, 0.22));
writeFileSync("public/icon-maskable-512.png", png(512, 0.5, 0));
