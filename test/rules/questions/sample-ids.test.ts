// Which external IDs are told as placeholders and samples, by kind, and which a vendor may well have made.

import { expect, test } from "vitest";
import { isSample } from "../../../src/rules/questions/sample-ids.ts";

test.each([
  // Words of documentation.
  ...["changeme", "CHANGE-ME", "secret123", "fooBar", "EXAMPLE", "test", "12345", "deadbeef", "my-secret"],
  ...["a1b2c3d4-5678-90ab-cdef-EXAMPLE11111", "123e4567-e89b-12d3-a456-426614174000"],
  // Made of words that say what belongs there.
  ...["my-external-id", "YourExternalId", "external-id", "ext_id", "unique-external-id", "test-external-id-123"],
  ...["some.random.string", "external-id-1", "PUT-YOUR-ID-HERE", "your-acme-id", "replace_me", "insert-7f19"],
  ...["<External-ID-1>", "{{external_id}}", "$(EXTERNAL_ID)", "%ID%", "__EXTERNAL_ID__", "acme-xxxx"],
  // One character again and again.
  ...["0000", "00", "aaaa", "1111-1111", "----", "7-7", "00000000-0000-0000-0000-000000000000"],
  ...["xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "XXXX-XXXX", "11111111-2222-3333-4444-555555555555"],
  "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
  // Digits that count, and the alphabet.
  ...["123", "1234567890", "9876543210", "4321", "0123456789", "12345678-1234-1234-1234-123456789012"],
  ...["abc123", "abcd1234", "abcdef", "a1b2c3d4", "1a2b3c", "123abc"],
  // Zeros before a small number.
  ...["0001", "000042", "01", "00000000-0000-0000-0000-000000000001"],
])("%j is one", (id) => {
  expect(isSample(id)).toBe(true);
});

test.each([
  ...["k3-7f19-cc20", "8f14e45f-ceea-467f-a0e6-5d1f6b1a2c3d", "c2a8e1f0-9b7d-4c35-8e61-0f2d4b6a8c9e"],
  ...["00123456712345", "0042317", "0815", "1357", "20240115", "5521", "112233", "00u1a2b3c4"],
  ...["customer-42", "acme", "acme-prod", "prod-external-id", "my-company-7f19", "tenant:acme/eu-1"],
  ...["maxxx", "Xx9", "abacus", "abc-7f19", "111122223333"],
])("%j may be somebody's own", (id) => {
  expect(isSample(id)).toBe(false);
});
