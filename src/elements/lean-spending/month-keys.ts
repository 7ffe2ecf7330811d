/** Moves the focus from month to month: arrows follow the eye, so in right-to-left pages the left one goes on in time. */
export function moveInMonths(event: KeyboardEvent): void {
  const group = event.currentTarget as HTMLElement;
  const months = [...group.querySelectorAll<HTMLElement>('.month')];
  const at = months.indexOf((group.getRootNode() as ShadowRoot).activeElement as HTMLElement);
  const onward = getComputedStyle(group).direction === 'rtl' ? -1 : 1;
  const next = {
    ArrowRight: at + onward,
    ArrowLeft: at - onward,
    Home: 0,
    End: months.length - 1,
  }[event.key];
  const target = next === undefined ? undefined : months[Math.min(Math.max(next, 0), months.length - 1)];
  if (!target || at < 0) return;
  event.preventDefault();
  target.focus();
}
