// The suites that run inside one engine, Node's or Chromium's.

import { measureBytes } from "./suites/bytes.mjs";
import { measureObjects } from "./suites/objects.mjs";
import { measureEdit } from "./suites/edit.mjs";
import { measurePollution } from "./suites/pollution.mjs";

export const suites = { bytes: measureBytes, objects: measureObjects, edit: measureEdit, pollution: measurePollution };
