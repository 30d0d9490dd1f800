import { Progress, Statistic, Typography } from "antd";
import { fenToYuan, type Summary } from "payscore";

/** What is charged, and how much of the deposit that takes. */
export function Total({ payments, discounts, total, cap }: Summary) {
  const isAbove = cap !== null && total > cap;
  return (
    <>
      <Statistic title="总金额（元）" value={fenToYuan(total) ?? ""} styles={isAbove ? { content: { color: "#cf1322" } } : {}} />
      <Typography.Paragraph type="secondary">付费 {fenToYuan(payments)} − 优惠 {fenToYuan(discounts)}</Typography.Paragraph>
      {cap !== null && (
        <Progress percent={cap === 0 ? 0 : (total / cap) * 100} status={isAbove ? "exception" : "normal"} format={() => `上限 ${fenToYuan(cap)}`} aria-label="总金额占上限的比例" />
      )}
    </>
  );
}
