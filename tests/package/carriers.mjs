// Whatever a catch block may hold: the ways in which a response of the API arrives.

import { Readable } from "node:stream";

class SdkError extends Error {
  constructor({ code, message, detail }, status) {
    super(message);
    Object.assign(this, { code, detail, status });
  }
}

class Getters {
  #body;
  constructor(body) {
    this.#body = body;
  }
  get code() {
    return this.#body.code;
  }
  get message() {
    return this.#body.message;
  }
  get detail() {
    return this.#body.detail;
  }
}

class ApiException {
  constructor(responseBody) {
    this.httpStatus = 400;
    this.responseBody = responseBody;
  }
}

const axiosError = (data) =>
  Object.assign(new Error("Request failed with status code 400"), {
    name: "AxiosError",
    code: "ERR_BAD_REQUEST",
    status: 400,
    config: { url: "/v3/payscore/serviceorder", data: "{}", headers: { Authorization: "WECHATPAY2-SHA256-RSA2048" } },
    request: {},
    response: { status: 400, statusText: "Bad Request", headers: { "content-type": "application/json" }, config: {}, request: {}, data },
  });

/** A response that is a stream with its body beside it, as got and superagent return it. */
const streamWith = (body) => Object.assign(Readable.from([]), { statusCode: 400, headers: {}, req: {}, body });

const asciiOnly = (json) => json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).replaceAll("/", "\\/");

/** Each takes the body of a response. */
export const carriers = {
  "the body": (body) => body,
  "the body's text": (body) => JSON.stringify(body),
  "the body's text as PHP writes it": (body) => asciiOnly(JSON.stringify(body)),
  "an error of axios": (body) => axiosError(body),
  "an error of axios with text": (body) => axiosError(JSON.stringify(body)),
  "an error of axios with a Buffer": (body) => axiosError(Buffer.from(JSON.stringify(body))),
  "an error of axios with an ArrayBuffer": (body) => axiosError(new TextEncoder().encode(JSON.stringify(body)).buffer),
  "an SDK's own error": (body) => new SdkError(body, 400),
  "an error whose message is the body": (body) => new Error(JSON.stringify(body)),
  "an error whose message holds the body": (body) => new Error(`HTTP 400: ${JSON.stringify(body)} (POST /v3/payscore/serviceorder)`),
  "a chain of causes": (body) => new Error("the order was not completed", { cause: new Error("the call failed", { cause: new SdkError(body, 400) }) }),
  "several errors at once": (body) => new AggregateError([new Error("first"), axiosError(body)], "all failed"),
  "a stream with its body beside it": (body) => Object.assign(new Error("Response code 400 (Bad Request)"), { response: streamWith(JSON.stringify(body)) }),
  "a class instance with getters": (body) => new Getters(body),
  "a class instance with names of its own": (body) => new ApiException(JSON.stringify(body)),
  "an object without a prototype": (body) => Object.assign(Object.create(null), body),
  "a line of a log": (body) => `2026-11-20 09:00:00 ERROR [http-nio-8080-exec-1] POST /v3/payscore/serviceorder 400 ${JSON.stringify(body)} 35ms`,
  "something wrapped": (body) => ({ success: false, result: { reason: body } }),
};
