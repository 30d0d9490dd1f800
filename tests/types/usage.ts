import { type IndustryId, LIMITS, industries, industryTemplate, init, validateOrder } from "payscore";

const order: unknown = JSON.parse("{}");

validateOrder(order);
validateOrder(order, { locale: "en" });

// @ts-expect-error no such locale
validateOrder(order, { locale: "fr" });

// @ts-expect-error no such option
validateOrder(order, { colour: "red" });

// @ts-expect-error an order is needed
validateOrder();

// @ts-expect-error the limits are constants
LIMITS.items = 1;

const ready: Promise<void> = init();
void ready;

const ids: IndustryId[] = industries.map((industry) => industry.id);
validateOrder(order, { industry: ids[0] });
const rows: { name: string }[] = industryTemplate("hotel", "create");
void rows;

// @ts-expect-error no such industry
industryTemplate("hotle");
