import payscore = require("payscore");

payscore.validateOrder({}, { locale: "zh-CN" });
