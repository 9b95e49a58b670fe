/// An answer, or `null` where there is none.
public struct LSPMaybe<Value: JSONConvertible & Equatable>: JSONConvertible, Equatable {
  public var value: Value?

  public init(_ value: Value?) {
    self.value = value
  }
}

extension LSPMaybe {
  public init(json: JSONValue) throws(JSONMismatch) {
    value = json == .null ? nil : try Value(json: json)
  }

  public var json: JSONValue { value?.json ?? .null }
}
