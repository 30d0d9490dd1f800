import * as payscore from "payscore";
import { check } from "../../common/check.js";
import InBrowser from "./in-browser.jsx";

export default function Page() {
  return (
    <main>
      <p>server: {check(payscore)}</p>
      <InBrowser />
    </main>
  );
}
