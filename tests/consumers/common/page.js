import * as payscore from "/node_modules/payscore/index.js";
import { check } from "/common/check.js";

try {
  document.title = check(payscore);
} catch (error) {
  document.title = error.message;
}
