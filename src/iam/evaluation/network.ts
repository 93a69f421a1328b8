// IP addresses and CIDR blocks, version 4 and 6, as numbers.

export interface Block {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** An address or a block in CIDR notation; undefined: neither. */
export function block(text: string): Block | undefined {
  const [address = "", length, ...rest] = text.trim().split("/");
  const parsed = version4(address) ?? version6(address);
  if (parsed === undefined || rest.length > 0) return undefined;
  const prefix = length === undefined ? parsed.bits : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (!(prefix >= 0 && prefix <= parsed.bits)) return undefined;
  const size = 1n << BigInt(parsed.bits - prefix);
  const first = parsed.value - (parsed.value % size);
  return { bits: parsed.bits, first, last: first + size - 1n };
}

export function contains(outer: Block, inner: Block): boolean {
  return outer.bits === inner.bits && outer.first <= inner.first && inner.last <= outer.last;
}

/** Does any of the blocks hold the address? */
export function anyContains(blocks: readonly Block[]): (address: Block) => boolean {
  const sorted = blocks.toSorted((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
  const merged: { readonly bits: Block["bits"]; readonly first: bigint; last: bigint }[] = [];
  for (const bits of [32, 128] as const) {
    for (const one of sorted.filter((each) => each.bits === bits)) {
      const before = merged.at(-1);
      if (before?.bits !== bits || one.first > before.last) merged.push({ ...one });
      else if (one.last > before.last) before.last = one.last;
    }
  }
  return (address) => {
    let [low, high] = [0, merged.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { bits, last } = merged[middle] as Block;
      if (bits < address.bits || (bits === address.bits && last < address.first)) low = middle + 1;
      else high = middle;
    }
    const found = merged[low];
    return found !== undefined && contains(found, address);
  };
}

/** Do the blocks of that version hold every address between them? */
export function coverAll(blocks: readonly Block[], bits: Block["bits"]): boolean {
  const sorted = blocks.filter((one) => one.bits === bits).toSorted((one, other) => (one.first < other.first ? -1 : 1));
  let next = 0n;
  for (const { first, last } of sorted) if (first <= next && last >= next) next = last + 1n;
  return next === 1n << BigInt(bits);
}

export function addressText(bits: 32 | 128, value: bigint): string {
  const groups = (count: number, width: bigint): bigint[] =>
    Array.from({ length: count }, (_, index) => (value >> (width * BigInt(count - 1 - index))) & ((1n << width) - 1n));
  if (bits === 32) return groups(4, 8n).join(".");
  return groups(8, 16n)
    .map((group) => group.toString(16))
    .join(":");
}

function version4(text: string): { bits: 32; value: bigint } | undefined {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)) return undefined;
  return { bits: 32, value: octets.reduce((value, octet) => value * 256n + BigInt(octet), 0n) };
}

function version6(text: string): { bits: 128; value: bigint } | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return { bits: 128, value: groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n) };
}
