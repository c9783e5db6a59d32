/**
 * In development and tests a view that asks for a field its builder did not make gets an error with the field's path
 * instead of a silent gap. Optional fields are explicit nulls.
 */
export function strictViewModel<T extends object>(target: T, path = 'vm'): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'symbol' || key === 'toJSON') return Reflect.get(object, key, receiver);
      if (!(key in object))
        throw new Error(`the view asks for ${path}.${key}, which its view model does not have`);
      const value: unknown = Reflect.get(object, key, receiver);
      return typeof value === 'object' && value !== null && !(value instanceof Date)
        ? strictViewModel(value, `${path}.${key}`)
        : value;
    },
  });
}
