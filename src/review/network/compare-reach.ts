/** Compares what two sets of rules let through, by coverage: neither the form of the rules nor their order matters. */
import { type AddressSpan, INTERNET_WEIGHT, NARROW_WEIGHT, PUBLIC_BOUNDS, publicWeight } from "./address-line";
import type { Peer, PeerNature, ReachChange, ReachedServices, ReachRule, ReachScope } from "./reach";
import type { ServiceSpan } from "./service-line";

/** A rectangle: services of a rule × addresses of one of its peers, in numbers of strips and cells. */
interface Box {
  readonly rule: ReachRule;
  readonly peer: Peer;
  readonly strips: readonly [number, number];
  readonly cells: readonly [number, number];
  /** Whether it is too small to be the Internet, whatever else is let in. */
  readonly isNarrow: boolean;
  /** Where its peer is gathered, by scope, so that it is not looked up in each strip. */
  readonly gathered: Partial<Record<ReachScope, MutableReach>>;
}

/** The steps that all comparisons of a plan may take: some seconds. A firewall in use takes some thousands. */
const MOST_STEPS = 100_000_000;
/** To put the bounds of a rule in order takes as long as so many steps. */
const STEPS_OF_RULE = 100;

/** Bounds the time of comparisons, so that a plan with absurdly many rules ends too. */
export class ComparisonBudget {
  #left = MOST_STEPS;

  /** Takes steps; false if there are not so many left. */
  spend(steps: number): boolean {
    if (steps > this.#left) return false;
    this.#left -= steps;
    return true;
  }
}

/**
 * What the rules after the change let through that those before it do not, and the other way round; undefined if there are too
 * many rules to compare.
 *
 * All bounds of services and of addresses are put in order. Between two bounds of services (a strip) and two bounds of
 * addresses (a cell) every rule says the same, so that one verdict for each is exact.
 */
export function compareReach(
  before: readonly ReachRule[],
  after: readonly ReachRule[],
  budget: ComparisonBudget,
): ReachChange | undefined {
  if (!budget.spend((before.length + after.length) * STEPS_OF_RULE)) return undefined;
  const grid = new Grid([...before, ...after]);
  const sides = { before: grid.boxesOf(before), after: grid.boxesOf(after) };
  const touched = grid.touchedStrips(sides.before, sides.after);
  const boxes = sides.before.length + sides.after.length;
  if (!budget.spend(touched.length * (boxes + grid.cellCount))) return undefined;
  const found = { gained: new ReachCollector(grid), lost: new ReachCollector(grid) };
  for (const strip of touched) {
    const isHere = ({ strips: [first, last] }: Box) => first <= strip && strip <= last;
    const here = { before: sides.before.filter(isHere), after: sides.after.filter(isHere) };
    const allowed = { before: grid.verdicts(here.before), after: grid.verdicts(here.after) };
    found.gained.add(strip, here.after, without(allowed.after, allowed.before));
    found.lost.add(strip, here.before, without(allowed.before, allowed.after));
  }
  return { gained: found.gained.reaches(), lost: found.lost.reaches() };
}

function without(some: Uint8Array, others: Uint8Array): Uint8Array {
  const left = new Uint8Array(some.length);
  for (let cell = 0; cell < left.length; cell++) left[cell] = some[cell] === 1 && others[cell] === 0 ? 1 : 0;
  return left;
}

/** The strips and the cells that the bounds of rules make. */
class Grid {
  readonly #services: readonly number[];
  readonly #addresses: readonly bigint[];
  readonly #stripOf: ReadonlyMap<number, number>;
  readonly #cellOf: ReadonlyMap<bigint, number>;
  /** For each cell how much of the Internet it is. */
  readonly weights: Float64Array;
  /** How much all cells before one are. */
  readonly #weightBefore: Float64Array;
  /** The first cell of IP addresses; before it are the peers with names. */
  readonly firstAddress: number;

  constructor(rules: readonly ReachRule[]) {
    const services = new Set<number>();
    const addresses = new Set<bigint>(PUBLIC_BOUNDS);
    for (const rule of rules) {
      for (const [first, last] of rule.services) services.add(first).add(last + 1);
      for (const { spans } of rule.peers) {
        for (const [first, last] of spans) addresses.add(first).add(last + 1n);
      }
    }
    this.#services = [...services].sort((a, b) => a - b);
    this.#addresses = [...addresses].sort((a, b) => (a < b ? -1 : 1));
    this.#stripOf = new Map(this.#services.map((bound, index) => [bound, index]));
    this.#cellOf = new Map(this.#addresses.map((bound, index) => [bound, index]));
    this.firstAddress = this.#cellOf.get(0n) as number;
    this.weights = new Float64Array(this.cellCount);
    this.#weightBefore = new Float64Array(this.cellCount + 1);
    for (let cell = this.firstAddress; cell < this.cellCount; cell++) {
      const weight = publicWeight(this.#cell(cell));
      this.weights[cell] = weight;
      this.#weightBefore[cell + 1] = (this.#weightBefore[cell] as number) + weight;
    }
  }

  get cellCount(): number {
    return this.#addresses.length - 1;
  }

  #cell(index: number): AddressSpan {
    return [this.#addresses[index] as bigint, (this.#addresses[index + 1] as bigint) - 1n];
  }

  /** The services of a strip. */
  servicesOf(strip: number): ServiceSpan {
    return [this.#services[strip] as number, (this.#services[strip + 1] as number) - 1];
  }

  /** The rectangles of rules, those that decide first in front. */
  boxesOf(rules: readonly ReachRule[]): readonly Box[] {
    const sorted = [...rules].sort((a, b) => a.priority - b.priority || Number(a.allow) - Number(b.allow));
    return sorted.flatMap((rule) =>
      rule.services.flatMap(([from, to]) => {
        const strips = [this.#stripOf.get(from) as number, (this.#stripOf.get(to + 1) as number) - 1] as const;
        return rule.peers.flatMap((peer) =>
          peer.spans.map(([first, last]): Box => {
            const cells = [this.#cellOf.get(first) as number, (this.#cellOf.get(last + 1n) as number) - 1] as const;
            const weight = (this.#weightBefore[cells[1] + 1] as number) - (this.#weightBefore[cells[0]] as number);
            return { rule, peer, strips, cells, isNarrow: weight < NARROW_WEIGHT, gathered: {} };
          }),
        );
      }),
    );
  }

  /** Strips in which a rectangle is of one side alone: in all others nothing can have changed. */
  touchedStrips(before: readonly Box[], after: readonly Box[]): readonly number[] {
    const keyOf = ({ rule, strips, cells }: Box) => [rule.priority, rule.allow, ...strips, ...cells].join();
    const keys = { before: new Set(before.map(keyOf)), after: new Set(after.map(keyOf)) };
    const steps = new Int32Array(this.#services.length + 1);
    const mark = (box: Box) => {
      const [first, last] = box.strips;
      steps[first] = (steps[first] as number) + 1;
      steps[last + 1] = (steps[last + 1] as number) - 1;
    };
    for (const box of before) if (!keys.after.has(keyOf(box))) mark(box);
    for (const box of after) if (!keys.before.has(keyOf(box))) mark(box);
    const touched: number[] = [];
    let open = 0;
    for (let strip = 0; strip < this.#services.length; strip++) {
      open += steps[strip] as number;
      if (open > 0) touched.push(strip);
    }
    return touched;
  }

  /** For each cell 1 if it is let through. The first rectangle that has a cell decides it, and is the only one to visit it. */
  verdicts(boxes: readonly Box[]): Uint8Array {
    const verdicts = new Uint8Array(this.cellCount);
    const next = new Int32Array(this.cellCount + 1);
    for (let cell = 0; cell < next.length; cell++) next[cell] = cell;
    const undecided = (start: number): number => {
      let cell = start;
      while (next[cell] !== cell) {
        next[cell] = next[next[cell] as number] as number;
        cell = next[cell] as number;
      }
      return cell;
    };
    for (const { rule, cells } of boxes) {
      const [first, last] = cells;
      for (let cell = undecided(first); cell <= last; cell = undecided(cell)) {
        if (rule.allow) verdicts[cell] = 1;
        next[cell] = cell + 1;
      }
    }
    return verdicts;
  }
}

const SCOPES: Readonly<Record<Exclude<PeerNature, "addresses">, ReachScope>> = {
  inside: "inside",
  outside: "public",
  unknown: "unknown",
};

interface MutableReach {
  readonly peer: Peer;
  readonly scope: ReachScope;
  readonly services: [number, number][];
  readonly from: Set<string>;
  whole: boolean;
}

/** Gathers who reaches what, strip by strip. */
class ReachCollector {
  readonly #grid: Grid;
  readonly #found = new Map<string, MutableReach>();

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  /** Adds the cells of a strip that differ, told as the peers of the rules that let them through. */
  add(strip: number, boxes: readonly Box[], differs: Uint8Array): void {
    if (!differs.includes(1)) return;
    const { weights, firstAddress } = this.#grid;
    const cells = new Int32Array(differs.length + 1);
    const publicCells = new Int32Array(differs.length + 1);
    let weight = 0;
    for (let cell = 0; cell < differs.length; cell++) {
      const here = differs[cell] === 1 ? (weights[cell] as number) : 0;
      cells[cell + 1] = (cells[cell] as number) + (differs[cell] as number);
      publicCells[cell + 1] = (publicCells[cell] as number) + (here > 0 ? 1 : 0);
      weight += here;
    }
    const isInternet = weight >= INTERNET_WEIGHT;
    const services = this.#grid.servicesOf(strip);
    for (const box of boxes) {
      const { rule, peer, cells: span } = box;
      if (!rule.allow || !rule.own) continue;
      const first = peer.nature === "addresses" ? Math.max(span[0], firstAddress) : span[0];
      const count = (cells[span[1] + 1] as number) - (cells[first] as number);
      if (count === 0) continue;
      const isPublic = (publicCells[span[1] + 1] as number) > (publicCells[first] as number);
      const ofAddresses: ReachScope = !isPublic ? "inside" : isInternet && !box.isNarrow ? "internet" : "public";
      const scope = peer.nature === "addresses" ? ofAddresses : SCOPES[peer.nature];
      const reach = box.gathered[scope] ?? this.#gather(box, scope);
      reach.whole &&= count === span[1] - first + 1;
      addServices(reach, services);
    }
  }

  #gather({ rule, peer, gathered }: Box, scope: ReachScope): MutableReach {
    const key = `${scope} ${peer.name}`;
    const reach = this.#found.get(key) ?? { peer, scope, services: [], from: new Set<string>(), whole: true };
    this.#found.set(key, reach);
    gathered[scope] = reach;
    if (rule.changes) reach.from.add(rule.from);
    return reach;
  }

  reaches(): readonly ReachedServices[] {
    return [...this.#found.values()];
  }
}

/** Adds the services of a strip, which come in order; several rules may have the same ones. */
function addServices({ services }: MutableReach, [first, last]: ServiceSpan): void {
  const previous = services.at(-1);
  if (previous !== undefined && previous[1] >= first - 1) previous[1] = last;
  else services.push([first, last]);
}
