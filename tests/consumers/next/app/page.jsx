import * as payscore from "payscore";
import { created } from "../../common/order.mjs";
import { check } from "../../common/check.js";
import InBrowser from "./in-browser.jsx";
import Total from "./total.jsx";

export default function Page() {
  return (
    <main>
      <p>server: {check(payscore)}</p>
      <Total created={created} />
      <InBrowser />
    </main>
  );
}
