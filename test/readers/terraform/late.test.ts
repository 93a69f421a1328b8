import { expect, test } from "vitest";
import { expectSameReport, isReadLate, lengthened, recordText } from "./late.ts";

test.each(["plan-create.json", "secrets-plan-change.json", "state-stored.tfstate"])(
  "%s: read late, it is reported as if it had been read as a whole",
  (name) => {
    const content = new TextEncoder().encode(lengthened(recordText(name)));
    expect(isReadLate(name, content)).toBe(true);
    expectSameReport(name, content);
  },
);
