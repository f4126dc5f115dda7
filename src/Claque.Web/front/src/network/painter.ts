// Paints a network on a canvas. The whole picture is kept as a layer: while one moves, the layer is shifted and scaled, and
// it is painted anew, in slices that never hold up the page, when the movement has ended.
import { label } from '../text/invisible.ts';
import type { Colours } from './colours.ts';
import { Layer, radius, write } from './layer.ts';
import type { Scene, View } from './scene.ts';

const margin = 0.25;
const sliceMs = 9;
const restMs = 120;

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
    const reach = Math.max(10, radius(this.scene, 0, this.view, this.width) + 4) / this.view.k;
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
    const steps = new Layer(context, this.scene, this.colours, view, this.width, this.height).paint();
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

  private paintTop(): void {
    const { top, scene } = this;
    top.clearRect(0, 0, this.width, this.height);
    if (this.selected >= 0 && this.selected < scene.count) this.paintTies(this.selected);
    for (const node of new Set([this.selected, this.hovered])) {
      if (node < 0 || node >= scene.count) continue;
      const [x, y] = this.place(node);
      const r = radius(this.scene, node, this.view, this.width);
      top.beginPath();
      top.arc(x, y, r + 4, 0, 7);
      top.lineWidth = 2.5;
      top.strokeStyle = node === this.selected ? this.colours.focus : this.colours.ink;
      top.stroke();
      top.font = '600 13px system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif';
      top.textBaseline = 'middle';
      top.lineJoin = 'round';
      write(top, this.colours, label(scene.nodes.label[node]!, 40), x + r + 5, y, 6);
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
      const r = radius(this.scene, other, this.view, this.width) + 2.5;
      top.moveTo(ox + r, oy);
      top.arc(ox, oy, r, 0, 7);
    }
    top.stroke();
  }

  private place(node: number): [number, number] {
    return [this.scene.nodes.x[node]! * this.view.k + this.view.x, this.scene.nodes.y[node]! * this.view.k + this.view.y];
  }
}
