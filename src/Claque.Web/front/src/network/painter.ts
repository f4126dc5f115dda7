// Paints a network on a canvas. The whole picture is kept as a layer: while one moves, the layer is shifted and scaled, and
// it is painted anew, in slices that never hold up the page, when the movement has ended.
import { label } from '../text/invisible.ts';
import type { Scene, View } from './scene.ts';

/** Colours that follow the light or dark of the page. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly edge: string;
  readonly strong: string;
  readonly focus: string;
  readonly groups: readonly string[];
}

/** Left, top, right, bottom. */
type Box = readonly [number, number, number, number];

const meets = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

const margin = 0.25;
const edgeBatch = 1500;
const sliceMs = 9;
const restMs = 120;
const mostLabels = 40;

/** The picture of a scene on a canvas, with what is under the pointer and what is chosen on a second one. */
export class Painter {
  view: View;
  /** Time of the last frames while moving and of the last whole painting, milliseconds; for measuring. */
  readonly timing = { frames: [] as number[], paint: 0 };
  private readonly base: CanvasRenderingContext2D;
  private readonly top: CanvasRenderingContext2D;
  private layer = document.createElement('canvas');
  private layerView: View | null = null;
  private width = 300;
  private height = 200;
  private margins: [number, number] = [0, 0];
  private frame = 0;
  private rest = 0;
  private painting = 0;
  private hovered = -1;
  private selected = -1;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly overlay: HTMLCanvasElement,
    private scene: Scene,
    private colours: Colours,
    view: View | null,
    private readonly settled: (view: View) => void,
  ) {
    this.base = canvas.getContext('2d', { willReadFrequently: true, alpha: false })!;
    this.top = overlay.getContext('2d', { willReadFrequently: true })!;
    this.measure();
    this.view = view ?? scene.fit(this.width, this.height);
    this.paintLayer();
  }

  /** Takes the size of the element when that has changed. */
  resize(): void {
    const box = this.canvas.getBoundingClientRect();
    const [width, height] = [this.width, this.height];
    if (Math.abs(box.width - width) <= 1 && Math.abs(box.height - height) <= 1) return;
    this.measure();
    this.view = { ...this.view, x: this.view.x + (this.width - width) / 2, y: this.view.y + (this.height - height) / 2 };
    this.paintLayer();
  }

  /** Shows other data, or other colours. */
  show(scene: Scene, colours: Colours): void {
    const changed = scene !== this.scene;
    this.scene = scene;
    this.colours = colours;
    if (changed) [this.hovered, this.selected] = [-1, -1];
    this.paintLayer();
  }

  /** Moves by pixels. */
  pan(dx: number, dy: number): void {
    this.move({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  /** Enlarges around a point of the element. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const k = Math.min(1e6, Math.max(5, this.view.k * factor));
    const by = k / this.view.k;
    this.move({ k, x: x - (x - this.view.x) * by, y: y - (y - this.view.y) * by });
  }

  /** Shows everything. */
  fit(): void {
    this.move(this.scene.fit(this.width, this.height));
  }

  /** Brings a node to the middle when it is outside. */
  reveal(node: number): void {
    const [x, y] = this.place(node);
    if (x < 40 || y < 40 || x > this.width - 40 || y > this.height - 40)
      this.move({ ...this.view, x: this.view.x + this.width / 2 - x, y: this.view.y + this.height / 2 - y });
  }

  /** The node at a point of the element; -1 when there is none. */
  at(x: number, y: number): number {
    const reach = Math.max(10, this.radius(0) + 4) / this.view.k;
    return this.scene.nearest((x - this.view.x) / this.view.k, (y - this.view.y) / this.view.k, reach);
  }

  /** What is under the pointer and what is chosen. */
  mark(hovered: number, selected: number): void {
    if (hovered === this.hovered && selected === this.selected) return;
    [this.hovered, this.selected] = [hovered, selected];
    this.paintTop();
  }

  /** Ends everything that is still to come. */
  stop(): void {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.painting);
    clearTimeout(this.rest);
  }

  private measure(): void {
    const box = this.canvas.getBoundingClientRect();
    const density = devicePixelRatio > 1.25 ? 2 : 1;
    [this.width, this.height] = [Math.max(50, Math.floor(box.width)), Math.max(50, Math.floor(box.height))];
    this.margins = [Math.round(this.width * margin), Math.round(this.height * margin)];
    for (const canvas of [this.canvas, this.overlay]) {
      canvas.width = Math.round(this.width * density);
      canvas.height = Math.round(this.height * density);
    }
    this.base.setTransform(density, 0, 0, density, 0, 0);
    this.top.setTransform(density, 0, 0, density, 0, 0);
    this.layerView = null;
  }

  private move(view: View): void {
    this.view = view;
    clearTimeout(this.rest);
    cancelAnimationFrame(this.painting);
    this.painting = 0;
    if (!this.frame)
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.compose();
      });
    this.rest = window.setTimeout(() => {
      this.paintLayer();
      this.settled(this.view);
    }, restMs);
  }

  // The layer, shifted and scaled to the present view.
  private compose(): void {
    const start = performance.now();
    const { base, layerView } = this;
    base.fillStyle = this.colours.paper;
    base.fillRect(0, 0, this.width, this.height);
    if (layerView) {
      const by = this.view.k / layerView.k;
      base.drawImage(
        this.layer,
        this.view.x - (layerView.x + this.margins[0]) * by, this.view.y - (layerView.y + this.margins[1]) * by,
        (this.width + 2 * this.margins[0]) * by, (this.height + 2 * this.margins[1]) * by);
    }
    this.paintTop();
    this.timing.frames.push(performance.now() - start);
    if (this.timing.frames.length > 600) this.timing.frames.shift();
  }

  private paintLayer(): void {
    cancelAnimationFrame(this.painting);
    const density = this.canvas.width / this.width;
    const fresh = document.createElement('canvas');
    fresh.width = this.canvas.width + 2 * this.margins[0] * density;
    fresh.height = this.canvas.height + 2 * this.margins[1] * density;
    const context = fresh.getContext('2d', { willReadFrequently: true, alpha: false })!;
    const view = (this.view = { ...this.view, x: Math.round(this.view.x), y: Math.round(this.view.y) });
    context.fillStyle = this.colours.paper;
    context.fillRect(0, 0, fresh.width, fresh.height);
    context.setTransform(density, 0, 0, density, density * this.margins[0], density * this.margins[1]);
    let worked = 0;
    const steps = this.steps(context, view);
    const slice = () => {
      this.painting = 0;
      const begin = performance.now();
      for (;;) {
        if (steps.next().done) {
          worked += performance.now() - begin;
          this.layer = fresh;
          this.layerView = view;
          this.timing.paint = worked;
          return this.compose();
        }
        if (performance.now() - begin > sliceMs) break;
      }
      worked += performance.now() - begin;
      this.painting = requestAnimationFrame(slice);
    };
    slice();
  }

  private *steps(context: CanvasRenderingContext2D, view: View): Generator<void> {
    yield* this.paintEdges(context, view);
    yield* this.paintNodes(context, view);
    if (this.scene.count > 0) this.paintLabels(context, view);
  }

  private *paintEdges(context: CanvasRenderingContext2D, view: View): Generator<void> {
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
  private *paintNodes(context: CanvasRenderingContext2D, view: View): Generator<void> {
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
          const [x, y, r] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y, this.radius(i, view)];
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
  private paintLabels(context: CanvasRenderingContext2D, view: View): void {
    const { nodes, count } = this.scene;
    const seen: number[] = [];
    for (let i = 0; i < count; i++) {
      const [x, y] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y];
      if (x > 0 && y > 0 && x < this.width && y < this.height) seen.push(i);
    }
    seen.sort((a, b) => nodes.size[b]! - nodes.size[a]! || nodes.degree[b]! - nodes.degree[a]! || a - b);
    const taken = this.paintCaptions(context, view, seen);
    context.font = '12px system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const i of seen.slice(0, 600)) {
      if (taken.length >= mostLabels + this.scene.captions.length) break;
      const text = label(nodes.label[i]!, 28);
      const x = nodes.x[i]! * view.k + view.x + this.radius(i, view) + 4;
      const y = nodes.y[i]! * view.k + view.y;
      const width = context.measureText(text).width;
      const box: Box = [x - 4, y - 10, x + width + 4, y + 10];
      if (box[2] > this.width || taken.some((one) => meets(one, box)) || this.covers(box, i, seen, view)) continue;
      taken.push(box);
      this.write(context, text, x, y);
    }
  }

  // Whether a label would lie over another node; asked only where there are few.
  private covers(box: Box, own: number, seen: readonly number[], view: View): boolean {
    const { nodes } = this.scene;
    if (seen.length > 400) return false;
    return seen.some((i) => {
      const [x, y, r] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y, this.radius(i, view)];
      return i !== own && x + r > box[0] && x - r < box[2] && y + r > box[1] + 4 && y - r < box[3] - 4;
    });
  }

  // The names of groups, each above its highest node. They come first; names of accounts take the room that is left.
  private paintCaptions(context: CanvasRenderingContext2D, view: View, seen: readonly number[]): Box[] {
    const { nodes, captions } = this.scene;
    const places = new Map<number, { x: number; y: number; count: number }>();
    for (const i of seen) {
      const [x, y] = [nodes.x[i]! * view.k + view.x, nodes.y[i]! * view.k + view.y - this.radius(i, view)];
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
      this.write(context, text, x, y);
    }
    return taken;
  }

  private write(context: CanvasRenderingContext2D, text: string, x: number, y: number, around = 3.5): void {
    context.lineWidth = around;
    context.strokeStyle = this.colours.paper;
    context.strokeText(text, x, y);
    context.fillStyle = this.colours.ink;
    context.fillText(text, x, y);
  }

  private paintTop(): void {
    const { top, scene } = this;
    top.clearRect(0, 0, this.width, this.height);
    if (this.selected >= 0 && this.selected < scene.count) this.paintTies(this.selected);
    for (const node of new Set([this.selected, this.hovered])) {
      if (node < 0 || node >= scene.count) continue;
      const [x, y] = this.place(node);
      const r = this.radius(node);
      top.beginPath();
      top.arc(x, y, r + 4, 0, 7);
      top.lineWidth = 2.5;
      top.strokeStyle = node === this.selected ? this.colours.focus : this.colours.ink;
      top.stroke();
      top.font = '600 13px system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif';
      top.textBaseline = 'middle';
      top.lineJoin = 'round';
      this.write(top, label(scene.nodes.label[node]!, 40), x + r + 5, y, 6);
    }
  }

  private paintTies(node: number): void {
    const { top, scene } = this;
    const [x, y] = this.place(node);
    top.beginPath();
    const neighbours = scene.neighbours(node).slice(0, 2000);
    for (const other of neighbours) {
      const [ox, oy] = this.place(other);
      top.moveTo(x, y);
      top.lineTo(ox, oy);
    }
    top.lineWidth = 1.5;
    top.strokeStyle = this.colours.focus;
    top.stroke();
    top.beginPath();
    for (const other of neighbours) {
      const [ox, oy] = this.place(other);
      const r = this.radius(other) + 2.5;
      top.moveTo(ox + r, oy);
      top.arc(ox, oy, r, 0, 7);
    }
    top.stroke();
  }

  private place(node: number): [number, number] {
    return [this.scene.nodes.x[node]! * this.view.k + this.view.x, this.scene.nodes.y[node]! * this.view.k + this.view.y];
  }

  // Accounts: by ties; groups: by accounts. Small when zoomed far out, so that the picture does not clot.
  private radius(node: number, view: View = this.view): number {
    const { nodes, count } = this.scene;
    const large = nodes.size[node]! > 1 ? 5 + 2.2 * Math.sqrt(nodes.size[node]!) : 3.5 + Math.min(5, Math.sqrt(nodes.degree[node] ?? 0));
    const narrow = Math.min(1, 0.45 + this.width / 1600);
    const room = (view.k * 2) / Math.sqrt(Math.max(1, count)) / 4;
    return Math.max(count > 20_000 ? 0.8 : 1.4, Math.min((large > 40 ? 40 : large) * narrow, Math.max(room, count < 400 ? 5 : 0)));
  }
}

/** The colours of the page at present. */
export function coloursOf(element: Element): Colours {
  const probe = document.createElement('span');
  element.append(probe);
  const resolve = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const groups = Array.from({ length: 10 }, (_, place) => resolve(`--c${place}`));
  const colours: Colours = {
    paper: resolve('--paper'), ink: resolve('--ink'), soft: resolve('--soft'), edge: resolve('--edge'), strong: resolve('--edge-strong'),
    focus: resolve('--focus'), groups,
  };
  probe.remove();
  return colours;
}
