import * as payscore from "/node_modules/payscore/index.js";
import { check } from "/common/check.js";

postMessage(check(payscore));
