let isPressed = false;
let waiting: (() => void)[] = [];

// A context menu may swallow the release of any other button.
addEventListener("pointerdown", ({ button }) => (isPressed = button === 0), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release, true);

function release() {
  isPressed = false;
  const works = waiting;
  waiting = [];
  // The click comes after the release.
  setTimeout(() => works.forEach((work) => work()));
}

/** Does it now, or once the mouse is up: a button that moves under the mouse is not clicked. */
export function afterPress(work: () => void) {
  if (isPressed) waiting.push(work);
  else work();
}
