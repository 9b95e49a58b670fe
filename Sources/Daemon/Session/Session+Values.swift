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

  /// Calls `hook` once when the session ends, on its thread; at once if it has ended. Answers by what it is taken back.
  @discardableResult public func onEnd(_ hook: @escaping @Sendable () -> Void) -> EndHook {
    let number = state.withLock { state -> Int? in
      if state.isOver { return nil }
      state.nextHook += 1
      state.endHooks[state.nextHook] = hook
      return state.nextHook
    }
    if number == nil { hook() }
    return EndHook(number: number)
  }

  /// Takes back what was to be called at the end.
  public func forget(_ hook: EndHook) {
    guard let number = hook.number else { return }
    state.withLock { _ = $0.endHooks.removeValue(forKey: number) }
  }

  /// What is called at a session's end.
  public struct EndHook: Sendable {
    fileprivate var number: Int?
  }
}
