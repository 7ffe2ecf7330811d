/** The errors that may have to be told before the other texts have come, or because they cannot. */
export const firstErrors = {
  offline: {
    title: 'You are offline',
    text: 'What you already see stays here. We go on when your connection is back.',
  },
  chunk_missing: {
    title: 'A part of this page could not be loaded',
    text: 'Check your internet connection, then reload the page.',
  },
  unexpected: {
    title: 'Something went wrong on this page',
    text: 'Your bank and your money are not affected. Please try again, or reload the page.',
  },
};
