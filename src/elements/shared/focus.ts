/** Moves the focus to a notice's button, else to the first thing that can be pressed or typed in. */
export function focusFirst({ shadowRoot }: Element, options?: FocusOptions): void {
  const target =
    shadowRoot?.querySelector<HTMLElement>('.notice .button') ??
    shadowRoot?.querySelector<HTMLElement>('button, input, select');
  target?.focus(options);
}
