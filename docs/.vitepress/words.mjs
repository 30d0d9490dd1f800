/** The site's own texts around its pages. */
export const words = {
  zh: {
    label: "简体中文",
    lang: "zh-CN",
    description: "微信支付分完结订单：提交前校验与组装请求",
    nav: { start: "快速开始", commandLine: "命令行", rules: "规则", recipes: "做法", api: "API", desk: "完结台" },
    groups: { start: "开始", operations: "每种请求", commandLine: "命令行", recipes: "做法", rules: "规则", reference: "参考" },
    pages: { start: "快速开始", life: "订单的一生", catalogue: "规则目录", codes: "全部 code", refusals: "拒绝一览", decisions: "为什么这样设计", size: "体积", trust: "凭什么相信它", api: "API" },
    theme: {
      outline: { label: "本页", level: [2, 3] },
      docFooter: { prev: "上一页", next: "下一页" },
      darkModeSwitchLabel: "外观",
      lightModeSwitchTitle: "切换为浅色",
      darkModeSwitchTitle: "切换为深色",
      sidebarMenuLabel: "目录",
      returnToTopLabel: "回到顶部",
      langMenuLabel: "语言",
      skipToContentLabel: "跳到正文",
      notFound: { title: "没有这一页", quote: "地址可能已经变了，可以从首页重新找。", linkLabel: "回到首页", linkText: "回到首页" },
    },
    search: {
      button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
      modal: {
        displayDetails: "显示详情",
        resetButtonTitle: "清除",
        backButtonTitle: "关闭",
        noResultsText: "没有找到",
        footer: { selectText: "选择", navigateText: "切换", closeText: "关闭" },
      },
    },
  },
  en: {
    label: "English",
    lang: "en",
    description: "Check and compose the completion of a WeChat Pay payscore order before you send it",
    nav: { start: "Start", commandLine: "Command line", rules: "Rules", recipes: "Recipes", api: "API", desk: "Completion desk" },
    groups: { start: "Start", operations: "Every request", commandLine: "Command line", recipes: "Recipes", rules: "Rules", reference: "Reference" },
    pages: { start: "Getting started", life: "An order's life", catalogue: "The rules", codes: "All codes", refusals: "Refusals", decisions: "Design decisions", size: "Size", trust: "Why trust it", api: "API" },
    theme: { outline: { label: "On this page", level: [2, 3] } },
    search: {},
  },
};

/** The pages of the command line in the order in which they are listed. */
export const commandLine = [
  ["", "概览与退出码", "Overview and exit codes"],
  ["check", "check", "check"],
  ["build", "build", "build"],
  ["tables", "表格：CSV 与 Excel", "Tables: CSV and Excel"],
  ["columns", "表格的列名", "Columns of tables"],
  ["explain", "explain", "explain"],
  ["diff", "diff", "diff"],
  ["industries", "industries", "industries"],
  ["schema", "schema", "schema"],
].map(([page, zh, en]) => ({ page, zh, en }));

/** The recipes in the order in which they are listed. */
export const recipes = [
  ["antd", "antd", "antd"],
  ["element-plus", "Element Plus", "Element Plus"],
  ["react", "React", "React"],
  ["vue", "Vue", "Vue"],
  ["ruoyi", "若依（webpack 4、Element UI）", "RuoYi (webpack 4, Element UI)"],
  ["react-hook-form", "React Hook Form", "React Hook Form"],
  ["node-script", "Node 脚本：检查一个文件", "Node script: check a file"],
  ["nightly", "每晚检查（GitHub Actions）", "Nightly check (GitHub Actions)"],
  ["next", "Next.js", "Next.js"],
  ["worker", "Worker", "Workers"],
  ["retry", "超时之后重试", "Retry after a timeout"],
  ["csp", "Content-Security-Policy", "Content-Security-Policy"],
  ["jest", "Jest", "Jest"],
  ["editor", "编辑器：JSON Schema", "Editors: JSON Schema"],
  ["mini-program", "小程序、Taro、uni-app", "Mini-programs, Taro, uni-app"],
].map(([page, zh, en]) => ({ page, zh, en }));
