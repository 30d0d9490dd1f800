import type { BuildResult } from "payscore";

export type Path = (string | number)[];

/** What an antd Form.Item takes to show the findings of a place. */
export function issuesAt({ issues }: BuildResult, path: Path) {
  const found = issues.filter((issue) => issue.path.join() === path.join());
  return { validateStatus: found[0]?.severity ?? ("" as const), help: found.length > 0 ? found.map(({ message }) => message).join("\n") : undefined };
}
