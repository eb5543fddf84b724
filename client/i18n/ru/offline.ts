/** Words of the page that stands in for one that is not kept, where the network is gone. */
export const offline = {
  title: 'Сети нет',
  text: 'Эта страница на устройстве не сохранена. Без сети открываются такие:',
  sameIn: 'Та же страница на другом языке:',
  nothing: 'На устройстве пока ничего не сохранено: откройте карту, когда появится сеть.',
  again: 'Попробовать ещё раз',
};
