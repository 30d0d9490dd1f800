// In place of a backend that asks WeChat Pay and signs.
import { created } from "../common/order.mjs";

export const queryOrder = async () => created;

export const send = async ({ path, bodyText }) => ({ path, bytes: Buffer.byteLength(bodyText) });
