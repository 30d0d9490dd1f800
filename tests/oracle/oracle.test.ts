// Tests of the oracle itself: it reports exactly what the rules say about the official samples, and nothing about what good drafts become.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import documentsText from "../cases/documents.yaml";
import { sentBy } from "./build.ts";
import type { Document } from "./changes.ts";
import { goodDraft } from "./drafts.ts";
import { documents as many, holds } from "./given.ts";
import { expectedReport, OPERATIONS, type Options } from "./oracle.ts";

const documents: Record<string, Document> = parse(documentsText);

const number = { out_order_no: "1234323JKHDFE1243252" };
const service = { service_id: "2002000000000558128851361561536" };
const app = { appid: "wxd678efh567hg6787" };
const direct = { ...app, ...service };
const partner = { ...service, sub_mchid: "1900000109" };
const openid = { openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" };

const items = {
  post_payments: [{ name: "就餐费用", amount: 40000, description: "就餐人均100元", count: 4 }],
  post_discounts: [{ name: "满20减1元", description: "不与其他优惠叠加", amount: 100, count: 2 }],
};
const device = { device: { start_device_id: "HG123456", end_device_id: "HG123456", materiel_no: "example_materiel_no" } };
const place = {
  time_range: { start_time: "20091225091010", end_time: "20091225121010", start_time_remark: "备注1", end_time_remark: "备注2" },
  location: { start_location: "嗨客时尚主题展餐厅", end_location: "嗨客时尚主题展餐厅" },
};
const notice = { attach: "Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald", notify_url: "https://api.test.com" };
const creation = {
  ...items,
  ...place,
  ...notice,
  service_introduction: "某某酒店",
  risk_fund: { name: "DEPOSIT", amount: 10000, description: "就餐的预估费用" },
  need_user_confirm: false,
  ...device,
};
const modification = { ...items, total_amount: 50000, reason: "用户投诉", ...device };
const message = { ...items, total_amount: 50000, prepaid_time: "20231218" };
const sync = { type: "Order_Paid", detail: { paid_time: "20091225091210" } };
const [item, discount] = [items.post_payments[0]!, items.post_discounts[0]!];

const OPENID_REQUIRED = "warning openid_required /openid";
const RISK_NAME = "warning risk_name_mode /risk_fund/name";
const SERVICE_ID = "warning service_id_format /service_id";
const MISMATCH = "error total_mismatch /total_amount";

type Sample = [name: string, document: unknown, options: Omit<Options, "now">, ...issues: string[]];

const samples: Sample[] = [
  ["the official completion", documents["S1 request"], { kind: "completionBody" }, SERVICE_ID, MISMATCH],
  ["the official answer of 2020", documents["S1 response"], { kind: "serviceOrder" }, SERVICE_ID, MISMATCH, "warning order_id_format /order_id"],
  [
    "the partner's official answer",
    documents["S2 response"],
    { kind: "serviceOrder" },
    "error state_collection_conflict /state",
    "error unexpected_state_description /state_description",
    MISMATCH,
    "error exceeds_risk_fund /total_amount",
    "error collection_unexpected /collection",
    "error collection_state_mismatch /collection/state",
    "error collection_total_mismatch /collection/total_amount",
    "error contribution_conflict /collection/details/0/promotion_detail/0",
    "warning order_id_format /order_id",
  ],

  ["a creation", { ...number, ...direct, ...creation }, { kind: "create" }, RISK_NAME, OPENID_REQUIRED],
  ["a partner's creation", { ...number, ...app, ...partner, sub_appid: "wxd678efh567hg6999", ...creation }, { kind: "create" }, RISK_NAME, OPENID_REQUIRED],
  ["a creation that names the user", { ...number, ...direct, ...creation, ...openid }, { kind: "create" }, RISK_NAME],
  [
    "the guide of 2021: an openid, though the user is to confirm",
    { ...number, ...direct, ...creation, ...openid, service_id: "500001", need_user_confirm: true },
    { kind: "create" },
    SERVICE_ID,
  ],
  [
    "a creation that was refused in 2020, with an appid for an openid",
    { ...number, ...direct, ...creation, openid: "wx0123456789abcdef", need_user_confirm: true, profit_sharing: false, total_amount: 40000 },
    { kind: "create" },
    "warning openid_form /openid",
    "warning unknown_field /profit_sharing",
    "warning unknown_field /total_amount",
  ],

  ["a query", { ...number, ...direct, query_id: "15646546545165651651" }, { kind: "query" }, "error query_key_conflict /query_id"],
  ["a partner's query", { ...number, ...partner, query_id: "15646546545165651651" }, { kind: "query" }, "error query_key_conflict /query_id"],

  ["a cancellation", { ...number, ...direct, reason: "用户投诉" }, { kind: "cancel" }],
  ["a partner's cancellation", { ...number, ...partner, reason: "用户投诉" }, { kind: "cancel" }],

  ["a modification", { ...number, ...direct, ...modification }, { kind: "modify" }, MISMATCH],
  ["a partner's modification", { ...partner, ...modification }, { kind: "modifyBody" }, MISMATCH],

  ["what is due, collected", direct, { kind: "payBody" }],
  ["what is due to a partner's merchant, collected", partner, { kind: "payBody" }],

  ["a payment told", { ...number, ...direct, ...sync }, { kind: "sync" }],
  ["a partner's payment told", { ...partner, ...sync }, { kind: "syncBody" }],

  ["a message of a deduction to come", { ...number, ...service, ...message }, { kind: "prepaidMessage" }, "warning total_mismatch /total_amount"],
  ["a partner's message of what is left to pay", { ...partner, ...message }, { kind: "pendingMessageBody" }, "warning total_mismatch /total_amount"],

  [
    "creation and completion in one",
    {
      ...number,
      ...direct,
      service_id: "500001",
      ...openid,
      ...place,
      ...notice,
      service_introduction: "某某酒店",
      post_payments: [item, { ...item, amount: 2000 }],
      post_discounts: [discount, discount],
      total_amount: 50000,
      profit_sharing: false,
    },
    { kind: "directComplete" },
    SERVICE_ID,
    "warning duplicate_name /post_payments/1/name",
    "error duplicate_name /post_discounts/1/name",
    MISMATCH,
  ],
];

for (const [name, document, options, ...issues] of samples) {
  test(`official sample: ${name}`, () => {
    const report = expectedReport(document, { ...options, now: null });
    assert.deepEqual(report.issues.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`), issues);
  });
}

test("the official creations lie in the past", () => {
  const { issues } = expectedReport({ ...number, ...direct, ...creation, ...openid }, { kind: "create", now: Date.UTC(2026, 0) });
  assert.deepEqual(issues.map(({ code }) => code), ["start_time_in_past", "risk_name_mode"]);
});

const some = Math.ceil(many / 20);

for (const operation of OPERATIONS) {
  test(`${some} good drafts become a sound request: ${operation}`, () => {
    holds(
      goodDraft(operation),
      ({ options: { created }, request }) => {
        const { document, kind, mode } = sentBy(operation, request);
        const { issues } = expectedReport(document, { created, kind, mode, now: null });
        assert.deepEqual(issues.filter(({ severity }) => severity === "error"), []);
      },
      some,
    );
  });
}
