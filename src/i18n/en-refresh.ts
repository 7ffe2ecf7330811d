/** What the Refresh button says in English; it comes with the button. */
export const enRefresh = {
  label: 'Refresh',
  running: 'Asking your banks',
  done: 'Up to date',
  stillWorking: 'Your banks take longer than usual. We look again when you come back to this page.',
  /** `when` is a time from now, such as "in 40 seconds". */
  justAsked: (when: string) => `Your banks were asked a moment ago. You can refresh again ${when}.`,
  tooOften: (when: string) => `Your banks cannot be asked more often for now. You can try again ${when}.`,
};
