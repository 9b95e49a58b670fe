/// The members of a JSON object in the order in which they were written.
///
/// Keys are unique: the reader refuses a document that repeats one. Two keys are the same when their bytes are.
public struct JSONObject: Sendable {
  /// A key and its value.
  public struct Member: Sendable, Equatable {
    /// Unique in its object.
    public let key: String

    /// What stands there.
    public internal(set) var value: JSONValue
  }

  /// The members in their order.
  public private(set) var members: [Member]

  /// An object without members.
  public init() { members = [] }

  /// Takes members whose keys are known to differ.
  init(unique members: [Member]) { self.members = members }

  /// The value of a member. Setting one replaces it in its place or appends it; setting nil removes it.
  ///
  /// - Cost: proportional to the number of members.
  public subscript(key: String) -> JSONValue? {
    get {
      for member in members where isSameKey(member.key, key) { return member.value }
      return nil
    }
    set {
      let index = members.firstIndex { isSameKey($0.key, key) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The keys in their order.
  public var keys: [String] { members.map(\.key) }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }
}

extension JSONObject: Equatable {
  /// Whether both have the same members, in whatever order: JSON gives the order of members no meaning.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.members.count == right.members.count else { return false }
    if left.members == right.members { return true }
    var rest: [JSONKey: JSONValue] = [:]
    for member in right.members { rest[JSONKey(text: member.key)] = member.value }
    return left.members.allSatisfy { rest[JSONKey(text: $0.key)] == $0.value }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// The last of several members with the same key wins.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init()
    for (key, value) in members { self[key] = value }
  }
}

/// A key that is compared by its bytes, as JSON does, and not by canonical equivalence, as Swift does.
struct JSONKey: Hashable {
  /// The key.
  var text: String

  static func == (left: JSONKey, right: JSONKey) -> Bool { isSameKey(left.text, right.text) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// Whether two keys have the same bytes. The cheap tests come first: most keys differ in length.
@inline(__always)
func isSameKey(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count && left == right && left.utf8.elementsEqual(right.utf8)
}
