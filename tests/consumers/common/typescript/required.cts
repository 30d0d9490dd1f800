import payscore = require("payscore");
import forms = require("payscore/forms");
import slim = require("payscore/slim");

slim.initSync(new ArrayBuffer(0));
export const errors: Record<string, string> = forms.toElement(payscore.validateOrder({}).issues).errors;
