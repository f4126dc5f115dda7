// The ten shapes of the timeline as SVG path data. Each goes with one colour, so that objects can be told apart without
// seeing colours; the order is that of the report.

/** Number of shapes with a colour of their own. */
export const markCount = 10;

/** The class that gives a shape its colour and says whether it is filled. */
export const markClass = (place: number): string =>
  place >= markCount ? 'mark open other' : `mark ${place >= 5 ? 'open' : 'full'} c${place}`;

/** The path of a shape around a point; places from 10 on are a short stroke. */
export function markPath(place: number, x: number, y: number, r: number): string {
  switch (place) {
    case 0:
    case 5:
      return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0`;
    case 1:
    case 7:
      return polygon(x, y, [[-r, -r], [r, -r], [r, r], [-r, r]]);
    case 2:
    case 8:
      return polygon(x, y, [[0, -1.25 * r], [1.25 * r, 0], [0, 1.25 * r], [-1.25 * r, 0]]);
    case 3:
      return polygon(x, y, [[0, -1.15 * r], [1.15 * r, r], [-1.15 * r, r]]);
    case 4:
      return polygon(x, y, [[0, 1.15 * r], [1.15 * r, -r], [-1.15 * r, -r]]);
    case 6:
      return line(x - r, y - r, x + r, y + r) + line(x - r, y + r, x + r, y - r);
    case 9:
      return line(x - 1.2 * r, y, x + 1.2 * r, y) + line(x, y - 1.2 * r, x, y + 1.2 * r);
    default:
      return line(x, y - r, x, y + r);
  }
}

const n = (value: number) => String(Math.round(value * 10) / 10);
const line = (x1: number, y1: number, x2: number, y2: number) => `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`;

function polygon(x: number, y: number, corners: [number, number][]): string {
  return 'M' + corners.map(([dx, dy]) => `${n(x + dx)} ${n(y + dy)}`).join('L') + 'Z';
}
