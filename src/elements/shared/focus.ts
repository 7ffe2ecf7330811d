/** Moves the focus to a notice's button, else to the first thing that can be pressed or typed in. */
export function focusFirst(root: ParentNode, options?: FocusOptions): void {
  const target =
    root.querySelector<HTMLElement>('.notice .button') ??
    root.querySelector<HTMLElement>('button, input, select');
  target?.focus(options);
}
