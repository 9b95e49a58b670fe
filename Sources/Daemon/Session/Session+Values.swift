import Platform

extension Session {
  /// A value that handlers keep with the session; nil until it is set.
  public subscript<Value>(key: SessionKey<Value>) -> Value? {
    get { state.withLock { $0.values[key.name] } as? Value }
    set { state.withLock { $0.values[key.name] = newValue } }
  }

  /// The value of `key`, made by `make` if there is none. Two handlers at once get the same value.
  public func value<Value>(_ key: SessionKey<Value>, orSet make: () -> Value) -> Value {
    state.withLock { state in
      if let value = state.values[key.name] as? Value { return value }
      let value = make()
      state.values[key.name] = value
      return value
    }
  }

  /// Calls `hook` once when the session ends, on its thread; at once if it has ended.
  public func onEnd(_ hook: @escaping @Sendable () -> Void) {
    let isOver = state.withLock { state in
      if !state.isOver { state.endHooks.append(hook) }
      return state.isOver
    }
    if isOver { hook() }
  }
}
