/* global document */
// The transactions overview of Adyen's platform components; what it asks for is answered by the page.
import { AdyenPlatformExperience, TransactionsOverview } from '@adyen/adyen-platform-experience-web';
import css from '@adyen/adyen-platform-experience-web/adyen-platform-experience-web.css?inline';

const style = document.createElement('style');
style.textContent = css;
document.head.append(style);

const settings = {
  environment: 'test',
  analytics: { enabled: false },
  onSessionCreate: () => Promise.resolve({ id: 'session-1', token: 'sample' }),
};
void AdyenPlatformExperience(settings).then((core) => {
  new TransactionsOverview({ core }).mount('adyen-transactions');
});
