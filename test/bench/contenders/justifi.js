// The payments list of @justifi/webcomponents, by its own element; what it asks for is answered by the page.
import { defineCustomElement } from '@justifi/webcomponents/dist/module/justifi-payments-list.js';

defineCustomElement();
