/** Goes on with a value, at once where it is there: most answers need no promise, which would make them wait for others. */
export function afterwards<T, U>(
  value: T | Promise<T>,
  next: (value: T) => U | Promise<U>,
): U | Promise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
