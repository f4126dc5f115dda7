// What the network looks like, apart from any canvas: where nodes stand, which is near a point, which neighbours a node has.
import type { NetworkEdges, NetworkNodes } from '../api.ts';

/** How the world is shown: k pixels per unit, the world's origin at (x, y) on the screen. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Nodes in cells, so that the nearest is found without looking at all. */
export class Scene {
  readonly count: number;
  readonly edgeCount: number;
  private readonly cells = new Map<number, number[]>();
  private readonly cell: number;
  private neighbourLists: number[][] | null = null;

  constructor(
    readonly nodes: NetworkNodes,
    readonly edges: NetworkEdges,
    /** What is written above the nodes of a group, by index; none where groups are the nodes. */
    readonly captions: readonly string[] = [],
  ) {
    this.count = nodes.x.length;
    this.edgeCount = edges.a.length;
    const [left, top, right, bottom] = this.bounds();
    this.cell = Math.max(right - left, bottom - top, 1e-6) / Math.max(4, Math.sqrt(this.count));
    for (let i = 0; i < this.count; i++) {
      const key = this.key(nodes.x[i]!, nodes.y[i]!);
      const list = this.cells.get(key);
      if (list) list.push(i);
      else this.cells.set(key, [i]);
    }
  }

  /** Left, top, right, bottom of all nodes. */
  bounds(): [number, number, number, number] {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < this.count; i++) {
      const [x, y] = [this.nodes.x[i]!, this.nodes.y[i]!];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    return this.count === 0 ? [-1, -1, 1, 1] : [left, top, right, bottom];
  }

  /** The view that shows everything. */
  fit(width: number, height: number): View {
    const [left, top, right, bottom] = this.bounds();
    const margin = Math.min(48, width / 8);
    const k = Math.min((width - 2 * margin) / Math.max(right - left, 0.05), (height - 2 * margin) / Math.max(bottom - top, 0.05));
    return { k, x: width / 2 - ((left + right) / 2) * k, y: height / 2 - ((top + bottom) / 2) * k };
  }

  /** The node nearest to a place of the world, within a distance; -1 when there is none. */
  nearest(x: number, y: number, within: number): number {
    const reach = Math.min(64, Math.ceil(within / this.cell));
    let [best, distance] = [-1, within * within];
    for (let dx = -reach; dx <= reach; dx++)
      for (let dy = -reach; dy <= reach; dy++)
        for (const i of this.cells.get(this.key(x + dx * this.cell, y + dy * this.cell)) ?? []) {
          const d = (this.nodes.x[i]! - x) ** 2 + (this.nodes.y[i]! - y) ** 2;
          if (d <= distance) [best, distance] = [i, d];
        }
    return best;
  }

  /** The nearest node in a direction from another: left, right, up or down on the screen. */
  towards(from: number, dx: number, dy: number): number {
    let [best, least] = [-1, Infinity];
    for (let i = 0; i < this.count; i++) {
      const [x, y] = [this.nodes.x[i]! - this.nodes.x[from]!, this.nodes.y[i]! - this.nodes.y[from]!];
      const along = x * dx + y * dy;
      const across = Math.abs(x * dy - y * dx);
      if (i === from || along <= 0 || across > along) continue;
      const cost = along + 2 * across;
      if (cost < least) [best, least] = [i, cost];
    }
    return best;
  }

  /** Neighbours of a node, those with the most in common first. */
  neighbours(node: number): number[] {
    if (!this.neighbourLists) {
      const lists: number[][] = Array.from({ length: this.count }, () => []);
      for (let e = this.edgeCount - 1; e >= 0; e--) {
        lists[this.edges.a[e]!]!.push(this.edges.b[e]!);
        lists[this.edges.b[e]!]!.push(this.edges.a[e]!);
      }
      this.neighbourLists = lists;
    }
    return [...new Set(this.neighbourLists[node])];
  }

  /** The node with the most ties; -1 without nodes. */
  first(): number {
    let best = -1;
    for (let i = 0; i < this.count; i++) if (best < 0 || this.nodes.degree[i]! > this.nodes.degree[best]!) best = i;
    return best;
  }

  private key(x: number, y: number): number {
    return Math.floor(x / this.cell) * 65536 + Math.floor(y / this.cell);
  }
}
