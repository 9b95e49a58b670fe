/// What every record of the catalogue has: a name, a title for people, and the origin of its values.
public protocol CatalogRecord: Codable, Sendable, Equatable, Identifiable where ID == String {
  /// The kind of record, which is also the name of the folder that users put their own into.
  static var kind: RecordKind { get }

  /// The name that shot lists and requests use: lower-case letters, digits, `-`, `.` and `/`, 1 to 64 characters.
  var id: String { get }

  /// The name for people.
  var title: String { get }

  /// Where the values come from.
  var origin: Origin { get }

  /// What is wrong with the record by itself; empty for a good one.
  var problems: [RecordProblem] { get }

  /// Names of other records that this one relies on, with the place that names each.
  var mentions: [Mention] { get }
}

/// The kinds of record.
public enum RecordKind: String, Codable, CaseIterable, Sendable {
  case role = "roles"
  case style = "styles"
  case channel = "channels"
  case model = "models"
  case vocabulary = "vocabulary"
}

/// One thing that is wrong inside a record.
public struct RecordProblem: Equatable, Sendable {
  /// The path to the value: `lights[0].power`; empty for the whole record.
  public var place: String

  /// What is wrong and what is expected instead.
  public var sentence: String
}

/// A record's use of another record's name.
public struct Mention: Equatable, Sendable {
  public var kind: RecordKind
  public var id: String
  public var place: String
}

/// Collects the problems of one record.
struct RecordCheck {
  private(set) var problems: [RecordProblem] = []

  /// Notes a number outside `range`.
  mutating func number(_ value: Double, in range: ClosedRange<Double>, at place: String) {
    guard !range.contains(value) else { return }
    note(place, "\(value) is not between \(range.lowerBound) and \(range.upperBound)")
  }

  /// Notes a range that leaves `bounds`.
  mutating func range(_ value: ClosedRange<Double>, in bounds: ClosedRange<Double>, at place: String) {
    number(value.lowerBound, in: bounds, at: place)
    number(value.upperBound, in: bounds, at: place)
  }

  /// Notes a count outside `range`.
  mutating func count(_ value: Int, in range: ClosedRange<Int>, at place: String) {
    guard !range.contains(value) else { return }
    note(place, "\(value) is not between \(range.lowerBound) and \(range.upperBound)")
  }

  /// Notes a name that could not be written in a shot list.
  mutating func id(_ value: String, at place: String = "id") {
    let isName = value.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || (45...47).contains(byte)
    }
    guard value.isEmpty || value.utf8.count > 64 || !isName else { return }
    note(place, "A name has 1 to 64 lower-case letters, digits, '-', '.' and '/'")
  }

  /// Notes a text that is empty or longer than 2 000 bytes.
  mutating func text(_ value: String, at place: String) {
    guard value.isEmpty || value.utf8.count > 2_000 else { return }
    note(place, "A text here has 1 to 2000 bytes")
  }

  /// Notes `sentence` unless `isTrue`.
  mutating func expect(_ isTrue: Bool, at place: String, _ sentence: String) {
    if !isTrue { note(place, sentence) }
  }

  private mutating func note(_ place: String, _ sentence: String) {
    problems.append(RecordProblem(place: place, sentence: sentence))
  }
}
