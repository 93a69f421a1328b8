import { describe, expect, test } from "vitest";
import { sharded, whole } from "./sharded.ts";

describe.each([1, 2, 3, 5, 40])("%i shards", (count) => {
  test.each(["", "--strict --fail-on critical", "--no-inline --fail-on never", "--no-config"])(
    "are one run: %s",
    (options) => {
      const { json, sarif } = sharded(count, options);
      expect(json.stdout).toBe(whole("json", options).stdout);
      expect(sarif.stdout).toBe(whole("sarif", options).stdout);
      expect([json.status, sarif.status]).toEqual([2, 2]);
    },
  );
});
