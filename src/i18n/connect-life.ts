import { enConnectLife } from './en-connect-life.js';
import { completeMessages, type ConnectLifeMessages, type ConnectMessages } from './messages.js';

/** The words for the states of a connect flow, in the language of `messages`. */
export function connectWords(messages: ConnectMessages): ConnectLifeMessages {
  return completeMessages(enConnectLife, messages);
}
