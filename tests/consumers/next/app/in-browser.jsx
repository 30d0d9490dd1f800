"use client";

import * as payscore from "payscore";
import { useEffect } from "react";
import { check } from "../../common/check.js";

export default function InBrowser() {
  useEffect(() => {
    document.title = check(payscore);
  }, []);
  return null;
}
