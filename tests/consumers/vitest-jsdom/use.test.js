import { expect, test } from "vitest";
import * as payscore from "payscore";
import { check } from "../common/check.js";

test("an order is checked in jsdom", () => {
  expect(typeof window).toBe("object");
  expect(check(payscore)).toBe("payscore works");
});
