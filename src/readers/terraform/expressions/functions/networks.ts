// Functions of networks in CIDR notation, of IPv4; what is made of IPv6 stays open.

import { text } from "../../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../../values/value.ts";
import { refused } from "../evaluation.ts";
import { numberIn } from "../scalars.ts";
import type { Functions, Row } from "./row.ts";

export const networks: Functions = [
  ["cidrhost", ofNetwork(({ base, bits }, [host = 0]) => addressOf(base + inside(host, 2 ** (32 - bits))))],
  ["cidrnetmask", ofNetwork(({ bits }) => addressOf(2 ** 32 - 2 ** (32 - bits)))],
  ["cidrsubnet", ofNetwork(subnet)],
];

interface Network {
  /** Its first address, as a number. */
  readonly base: number;
  readonly bits: number;
}

type Work = (network: Network, numbers: readonly number[]) => string | undefined;

function ofNetwork(work: Work): Row {
  return {
    gives: "text",
    run([prefix, ...others]: readonly Value[], origin: Origin) {
      const written = literal(prefix);
      const words = others.map(literal);
      if (written === undefined || written.includes(":") || words.includes(undefined)) return undefined;
      const numbers = words.map((word) => Number(numberIn(word ?? "") ?? Number.NaN));
      if (!numbers.every(Number.isInteger)) return refused();
      const result = work(networkIn(written), numbers);
      return result === undefined ? undefined : text({ text: result }, origin);
    },
  };
}

/** Zeros before a number count for nothing, and neither does what stands after the bits of the network. */
function networkIn(written: string): Network {
  const [, ...numbers] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(written) ?? [];
  const [bits = 33, ...octets] = [numbers.at(-1), ...numbers.slice(0, -1)].map(Number);
  if (numbers.length === 0 || bits > 32 || octets.some((octet) => octet > 255)) return refused();
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return { base: address - (address % 2 ** (32 - bits)), bits };
}

/** Counted from the end where it is negative. */
function inside(number: number, size: number): number {
  const found = number < 0 ? size + number : number;
  return found < 0 || found >= size ? refused() : found;
}

/** Negative numbers are not evaluated: nobody writes them. */
function subnet({ base, bits }: Network, [newBits = 0, number = 0]: readonly number[]): string | undefined {
  if (newBits < 0 || number < 0) return undefined;
  const all = bits + newBits;
  if (all > 32 || number >= 2 ** newBits) return refused();
  return `${addressOf(base + number * 2 ** (32 - all))}/${all}`;
}

function addressOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
