/** In place of RuoYi's `request`, which would send it to the backend. */
export function completeOrder({ bodyText }) {
  document.title = bodyText;
}
