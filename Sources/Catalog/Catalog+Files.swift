internal import FoundationEssentials

/// A record's text, read by the caller.
public struct RecordFile: Sendable {
  /// What diagnostics call the file, usually its path.
  public var name: String
  public var kind: RecordKind

  /// JSON in UTF-8, up to `Catalog.maxRecordBytes`.
  public var bytes: [UInt8]

  public init(name: String, kind: RecordKind, bytes: [UInt8]) {
    self.name = name
    self.kind = kind
    self.bytes = bytes
  }
}

/// Why a record file was left out.
public struct RecordIssue: Error, Equatable, Sendable {
  /// The file's name as the caller gave it.
  public var file: String

  /// The path to the value inside the record: `lights[0].power`; empty for the whole file.
  public var place: String

  /// What is wrong and what is expected instead.
  public var sentence: String
}

extension Catalog {
  /// The largest record file that is read, in bytes.
  public static let maxRecordBytes = 256 << 10

  /// This catalogue with a user's own records on top; one that has a known name replaces it.
  ///
  /// A bad file is left out and yields one issue; the others load. Records may mention each other in any order.
  public func adding(_ files: [RecordFile]) -> (catalog: Catalog, issues: [RecordIssue]) {
    var issues: [RecordIssue] = []
    var sound: [(file: String, record: any CatalogRecord)] = []
    for file in files {
      do throws(RecordIssue) {
        sound.append((file.name, try file.record()))
      } catch {
        issues.append(error)
      }
    }
    let known = names.merging(
      Dictionary(grouping: sound) { type(of: $0.record).kind }.mapValues { Set($0.map(\.record.id)) },
      uniquingKeysWith: { $0.union($1) })
    var catalog = self
    for (file, record) in sound {
      if let mention = record.mentions.first(where: { known[$0.kind]?.contains($0.id) != true }) {
        issues.append(RecordIssue(file: file, mention, known: known[mention.kind, default: []]))
      } else {
        catalog.put(record)
      }
    }
    catalog.vocabulary = Vocabulary(catalog.sheets.all)
    return (catalog, issues)
  }

  private var names: [RecordKind: Set<String>] {
    Dictionary(uniqueKeysWithValues: RecordKind.allCases.map { ($0, Set(ids(of: $0))) })
  }

  private mutating func put(_ record: any CatalogRecord) {
    switch record {
    case let role as Role: roles.put(role)
    case let style as StylePreset: styles.put(style)
    case let channel as Channel: channels.put(channel)
    case let model as ModelCard: models.put(model)
    case let sheet as VocabularySheet: sheets.put(sheet)
    default: break
    }
  }
}

extension RecordFile {
  /// The record in the file, good by itself.
  ///
  /// Throws: `RecordIssue` with the first place that does not fit.
  fileprivate func record() throws(RecordIssue) -> any CatalogRecord {
    let record: any CatalogRecord =
      switch kind {
      case .role: try decoded() as Role
      case .style: try decoded() as StylePreset
      case .channel: try decoded() as Channel
      case .model: try decoded() as ModelCard
      case .vocabulary: try decoded() as VocabularySheet
      }
    if let problem = record.problems.first {
      throw RecordIssue(file: name, place: problem.place, sentence: problem.sentence)
    }
    return record
  }

  private func decoded<Record: CatalogRecord>() throws(RecordIssue) -> Record {
    guard bytes.count <= Catalog.maxRecordBytes else {
      throw RecordIssue(
        file: name, place: "", sentence: "A record has up to \(Catalog.maxRecordBytes) bytes, this has \(bytes.count)")
    }
    do {
      return try JSONDecoder().decode(Record.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw RecordIssue(file: name, error)
    } catch {
      throw RecordIssue(file: name, place: "", sentence: "This is not JSON")
    }
  }
}

extension RecordIssue {
  fileprivate init(file: String, _ mention: Mention, known: Set<String>) {
    let hint = Catalog.nearest(to: mention.id, in: known.sorted()).map { "; did you mean '\($0)'?" } ?? ""
    self.init(
      file: file, place: mention.place,
      sentence: "No record of \(mention.kind.rawValue) is named '\(mention.id)'\(hint)")
  }

  fileprivate init(file: String, _ error: DecodingError) {
    let (path, sentence): ([any CodingKey], String) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath + [key], "This value is missing")
      case .valueNotFound(_, let context): (context.codingPath, "This value is missing")
      case .typeMismatch(let type, let context): (context.codingPath, "This is not a \(Self.word(for: type))")
      case .dataCorrupted(let context) where context.codingPath.isEmpty: ([], "This is not JSON")
      case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
      @unknown default: ([], "This record cannot be read")
      }
    self.init(file: file, place: Self.place(path), sentence: sentence)
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { place, key in
      if let index = key.intValue {
        place += "[\(index)]"
      } else {
        place += (place.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }

  private static func word(for type: any Any.Type) -> String {
    switch type {
    case is Int.Type: "whole number"
    case is Double.Type: "number"
    case is String.Type: "text"
    case is Bool.Type: "true or false"
    case is [Any].Type: "list"
    default: "value of the expected form"
    }
  }
}
