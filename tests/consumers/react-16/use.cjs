const assert = require("node:assert/strict");
const { JSDOM } = require("jsdom");
const React = require("react");

const faults = [];
console.error = (...words) => faults.push(words.join(" "));

const { renderToString } = require("react-dom/server");
const onServer = require("../common/react-form.cjs").formOf(React, require("payscore/react"));
assert.match(renderToString(React.createElement(onServer, { amount: "1" })), /total 100/);

// As a page: the package asks once, when it is loaded, whether there is one.
const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document, HTMLIFrameElement: window.HTMLIFrameElement });
globalThis.navigator = globalThis.navigator || window.navigator;
delete require.cache[require.resolve("payscore/react")];
const ReactDOM = require("react-dom");
const made = {};
const Form = require("../common/react-form.cjs").formOf(React, require("payscore/react"), made);
const place = document.createElement("div");
const render = (amount) => ReactDOM.render(React.createElement(React.StrictMode, null, React.createElement(Form, { amount })), place);

render("39.90");
assert.match(place.textContent, /left over $/);
ReactDOM.unstable_batchedUpdates(() => assert.equal(made.show().ok, false));
assert.match(place.textContent, /left over \/total_amount$/);
render("x");
assert.match(place.textContent, /field error .*分/);
render("29.90");
assert.match(place.textContent, /field undefined undefined; total 2990; left over $/);
// To the package, jsdom is not quite a browser.
assert.deepEqual(faults.filter((fault) => !fault.includes("AnimationFrame")), []);
process.exit(0); // The scheduler of React 16 leaves a channel open.
