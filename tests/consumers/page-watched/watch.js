// Everything that could leave a trace is recorded before the package is loaded and while all of it is used.

import { check } from "/common/check.js";

const seen = [];
/** The browser's driver calls some of these too, so a call counts only if it comes from the package. */
function note(name) {
  if (new Error().stack.includes("/node_modules/payscore/")) seen.push(name);
}
Error.stackTraceLimit = Infinity;
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => seen.push(`${violatedDirective} ${blockedURI}`));

const watched = [
  [globalThis, "eval"],
  [globalThis, "Function"],
  [globalThis, "fetch"],
  [globalThis, "XMLHttpRequest"],
  [globalThis, "WebSocket"],
  [globalThis, "EventSource"],
  [globalThis, "Worker"],
  [globalThis, "BroadcastChannel"],
  [globalThis, "setTimeout"],
  [globalThis, "setInterval"],
  [globalThis, "queueMicrotask"],
  [globalThis, "postMessage"],
  [globalThis, "addEventListener"],
  [Navigator.prototype, "sendBeacon"],
  [Storage.prototype, "getItem"],
  [Storage.prototype, "setItem"],
  [IDBFactory.prototype, "open"],
  [CacheStorage.prototype, "open"],
  [Document.prototype, "createElement"],
  [WebAssembly, "compileStreaming"],
  [WebAssembly, "instantiateStreaming"],
];
for (const [holder, name] of watched) {
  const original = holder[name];
  const replacement = new Proxy(original, {
    apply: (target, self, args) => (note(name), Reflect.apply(target, self, args)),
    construct: (target, args, newTarget) => (note(name), Reflect.construct(target, args, newTarget)),
  });
  Object.defineProperty(holder, name, { value: replacement, writable: true, configurable: true, enumerable: true });
}
const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
Object.defineProperty(Document.prototype, "cookie", {
  get() {
    note("cookie");
    return get.call(this);
  },
  set(value) {
    note("cookie");
    set.call(this, value);
  },
});

/** Every global, and what the objects that all code shares hold. */
function globals() {
  const shared = [globalThis, document, document.documentElement, Object, Array, String, Number, Math, JSON, Reflect, Promise, Date, Map, Set, Error, WebAssembly, Intl];
  const prototypes = shared.map((holder) => holder.prototype).filter(Boolean);
  return [...shared, ...prototypes, Uint8Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)].map((holder) => Object.getOwnPropertyDescriptors(holder));
}

function differences(before, after) {
  return before.flatMap((held, place) => {
    const names = new Set([...Reflect.ownKeys(held), ...Reflect.ownKeys(after[place])]);
    return [...names].filter((name) => ["value", "get", "set"].some((part) => !Object.is(held[name]?.[part], after[place][name]?.[part]))).map(String);
  });
}

/** Every function of the package; calls of one must leave no trace in calls of another. */
async function useAll(payscore) {
  const order = { out_order_no: "1", post_payments: [{ name: "餐", amount: 1 }], total_amount: 2 };
  const messages = () => payscore.validateOrder(order, { now: null }).issues.map(({ message }) => message).join();
  const before = messages();
  payscore.validateOrder(order, { now: null, locale: "en", kind: "serviceOrder", industry: "hotel", mode: "partner", created: order, previous: order });
  payscore.summarize(order);
  payscore.nextActions({ state: "DOING" });
  payscore.explainError("PARAM_ERROR");
  payscore.industryTemplate("hotel");
  payscore.diffRequests(order, {});
  payscore.toPayscoreTime(new Date());
  payscore.parsePayscoreTime("20091225");
  payscore.yuanToFen(payscore.fenToYuan(1));
  payscore.countChars("餐");
  payscore.validateBatch(JSON.stringify(order));
  const stream = new Blob([JSON.stringify(order)]).stream().pipeThrough(payscore.orderValidatorStream());
  for (const reader = stream.getReader(); !(await reader.read()).done; );
  await payscore.init();
  if (messages() !== before) seen.push("a call changed another");
}

try {
  const before = globals();
  const payscore = await import("/node_modules/payscore/index.js");
  const said = check(payscore);
  await useAll(payscore);
  const changed = differences(before, globals());
  const stored = [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length];
  if (stored.some((count) => count > 0)) seen.push("something is stored");
  document.title = seen.length + changed.length === 0 ? `${said} unseen` : `seen: ${[...seen, ...changed]}`;
} catch (error) {
  document.title = error.message;
}
