// Paints a scene as it is seen from one view: ties, nodes, names. In steps, so that painting never holds up the page.
import { label } from '../text/invisible.ts';
import type { Colours } from './colours.ts';
import type { Scene, View } from './scene.ts';

/** Left, top, right, bottom. */
type Box = readonly [number, number, number, number];

const meets = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

const edgeBatch = 1500;
const mostLabels = 40;

/** One painting of a scene. */
export class Layer {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly scene: Scene,
    private readonly colours: Colours,
    private readonly view: View,
    private readonly width: number,
    private readonly height: number,
  ) {}

  /** Paints a part at each step. */
  *paint(): Generator<void> {
    yield* this.paintEdges();
    yield* this.paintNodes();
    if (this.scene.count > 0) this.paintLabels();
  }

  private *paintEdges(): Generator<void> {
    const { context, view } = this;
    const { nodes, edges, edgeCount } = this.scene;
    const dense = edgeCount > 20_000 ? 0.6 : edgeCount > 3_000 ? 0.7 : 1;
    context.globalAlpha = Math.min(1, Math.max(0.14, 6_000 / Math.max(1, edgeCount)));
    const heavy = Math.max(2, edges.weight[edgeCount - 1] ?? 1);
    let width = 0;
    let open = 0;
    for (let e = 0; e < edgeCount; e++) {
      const wanted = dense * (edges.weight[e]! > heavy / 2 ? 2.2 : edges.weight[e]! > heavy / 6 ? 1.4 : 0.9);
      if (wanted !== width || open >= edgeBatch) {
        if (open > 0) {
          context.stroke();
          yield;
        }
        context.beginPath();
        context.lineWidth = width = wanted;
        context.strokeStyle = wanted > 1.2 ? this.colours.strong : this.colours.edge;
        open = 0;
      }
      const [a, b] = [edges.a[e]!, edges.b[e]!];
      context.moveTo(nodes.x[a]! * view.k + view.x, nodes.y[a]! * view.k + view.y);
      context.lineTo(nodes.x[b]! * view.k + view.x, nodes.y[b]! * view.k + view.y);
      open++;
    }
    if (open > 0) context.stroke();
    context.globalAlpha = 1;
  }

  // One path per colour; nodes below two pixels are squares. A ring instead of a disc: the account is not named.
  private *paintNodes(): Generator<void> {
    const { context, view } = this;
    const { nodes, count } = this.scene;
    const colourCount = this.colours.groups.length;
    const byColour: number[][] = Array.from({ length: colourCount + 1 }, () => []);
    for (let i = 0; i < count; i++) byColour[nodes.group[i]! < 0 ? colourCount : nodes.group[i]! % colourCount]!.push(i);
    for (const [colour, list] of byColour.entries()) {
      context.fillStyle = this.colours.groups[colour] ?? this.colours.soft;
      context.strokeStyle = context.fillStyle;
      context.lineWidth = 1.6;
      for (let start = 0; start < list.length; start += edgeBatch) {
        context.beginPath();
        const rings = new Path2D();
        for (const i of list.slice(start, start + edgeBatch)) {
          const [x, y, r] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y, this.radius(i)];
          if (r < 2) context.rect(x - r, y - r, 2 * r, 2 * r);
          else if (nodes.tier[i] === 0 || nodes.size[i]! > 1) {
            context.moveTo(x + r, y);
            context.arc(x, y, r, 0, 7);
          } else {
            rings.moveTo(x + r - 0.8, y);
            rings.arc(x, y, r - 0.8, 0, 7);
          }
        }
        context.fill();
        context.save();
        context.fillStyle = this.colours.paper;
        context.fill(rings);
        context.restore();
        context.stroke(rings);
        yield;
      }
    }
  }

  // The names of the nodes with the most ties, as far as they have room.
  private paintLabels(): void {
    const { context, view } = this;
    const { nodes, count } = this.scene;
    const seen: number[] = [];
    for (let i = 0; i < count; i++) {
      const [x, y] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y];
      if (x > 0 && y > 0 && x < this.width && y < this.height) seen.push(i);
    }
    seen.sort((a, b) => nodes.size[b]! - nodes.size[a]! || nodes.degree[b]! - nodes.degree[a]! || a - b);
    const taken = this.paintCaptions(seen);
    context.font = '12px system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const i of seen.slice(0, 600)) {
      if (taken.length >= mostLabels + this.scene.captions.length) break;
      const text = label(nodes.label[i]!, 28);
      const x = nodes.x[i]! * view.k + view.x + this.radius(i) + 4;
      const y = nodes.y[i]! * view.k + view.y;
      const width = context.measureText(text).width;
      const box: Box = [x - 4, y - 10, x + width + 4, y + 10];
      if (box[2] > this.width || taken.some((one) => meets(one, box)) || this.covers(box, i, seen)) continue;
      taken.push(box);
      write(context, this.colours, text, x, y);
    }
  }

  // Whether a label would lie over another node; asked only where there are few.
  private covers(box: Box, own: number, seen: readonly number[]): boolean {
    const { view } = this;
    const { nodes } = this.scene;
    if (seen.length > 400) return false;
    return seen.some((i) => {
      const [x, y, r] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y, this.radius(i)];
      return i !== own && x + r > box[0] && x - r < box[2] && y + r > box[1] + 4 && y - r < box[3] - 4;
    });
  }

  // The names of groups, each above its highest node. They come first; names of accounts take the room that is left.
  private paintCaptions(seen: readonly number[]): Box[] {
    const { context, view } = this;
    const { nodes, captions } = this.scene;
    const places = new Map<number, { x: number; y: number; count: number }>();
    for (const i of seen) {
      const [x, y] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y - this.radius(i)];
      const place = places.get(nodes.group[i]!);
      if (!place) places.set(nodes.group[i]!, { x, y, count: 1 });
      else [place.x, place.y, place.count] = [place.x + x, Math.min(place.y, y), place.count + 1];
    }
    context.font = '600 12.5px system-ui, "Noto Sans", sans-serif';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const taken: Box[] = [];
    for (const [group, place] of [...places].sort((a, b) => b[1].count - a[1].count)) {
      const text = captions[group];
      if (!text) continue;
      const width = context.measureText(text).width;
      const [x, y] = [place.x / place.count - width / 2, place.y - 11];
      const box: Box = [x - 4, y - 9, x + width + 4, y + 9];
      if (taken.some((one) => meets(one, box))) continue;
      taken.push(box);
      write(context, this.colours, text, x, y);
    }
    return taken;
  }

  private radius(node: number): number {
    return radius(this.scene, node, this.view, this.width);
  }
}

/** Writes a name with the colour of the page around it. */
export function write(context: CanvasRenderingContext2D, colours: Colours, text: string, x: number, y: number, around = 3.5): void {
  context.lineWidth = around;
  context.strokeStyle = colours.paper;
  context.strokeText(text, x, y);
  context.fillStyle = colours.ink;
  context.fillText(text, x, y);
}

/** Radius of a node, pixels. Accounts: by ties; groups: by accounts. Small when zoomed far out, so that the picture does not clot. */
export function radius(scene: Scene, node: number, view: View, width: number): number {
  const { nodes, count } = scene;
  const large = nodes.size[node]! > 1 ? 5 + 2.2 * Math.sqrt(nodes.size[node]!) : 3.5 + Math.min(5, Math.sqrt(nodes.degree[node] ?? 0));
  const narrow = Math.min(1, 0.45 + width / 1600);
  const room = (view.k * 2) / Math.sqrt(Math.max(1, count)) / 4;
  return Math.max(count > 20_000 ? 0.8 : 1.4, Math.min((large > 40 ? 40 : large) * narrow, Math.max(room, count < 400 ? 5 : 0)));
}
