export const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --muted: #57606a; --error: #b42318; --warning: #8a5300 }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --muted: #9198a1; --error: #ff8a80; --warning: #f0b95b } }
* { box-sizing: border-box }
body { margin: 0; display: grid; grid-template-columns: 16rem minmax(0, 1fr); font: 16px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem; border-inline-end: 1px solid var(--line); font-size: 14px }
nav h2 { margin: 1rem 0 0.25rem; font-size: 14px; border: 0 }
nav ul { margin: 0; padding: 0; list-style: none }
nav a { text-decoration: none }
main { padding: 1rem 2rem 6rem; max-width: 62rem }
section { padding-top: 1rem; border-top: 1px solid var(--line); margin-top: 2rem }
section:first-child { border: 0; margin: 0 }
a { color: LinkText; text-underline-offset: 4px }
a:has(> code) { text-decoration: none }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: 15px }
th, td { border: 1px solid var(--line); padding: 0.375rem 0.625rem; text-align: start; vertical-align: top }
code, pre { font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace }
code { background: var(--soft); padding: 0.1em 0.3em; border-radius: 4px; overflow-wrap: anywhere }
pre { background: var(--soft); padding: 0.75rem 1rem; border-radius: 6px; overflow-x: auto }
pre code { padding: 0; overflow-wrap: normal }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
.severity { font-weight: 600 }
.severity.error { color: var(--error) }
.severity.warning { color: var(--warning) }
@media (max-width: 50rem) { body { display: block } nav { position: static; height: auto; max-height: 40vh; border-inline-end: 0; border-bottom: 1px solid var(--line) } main { padding-inline: 1rem } }
@media print { nav { display: none } }
`;
