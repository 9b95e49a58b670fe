import Catalog
import FoundationEssentials
import Generation
import Imaging

/// What a job does, complete enough to run it again after a restart. Stored as JSON.
enum JobRequest: Sendable, Codable {
  case generate(ShotWork)
  case edit(EditWork)

  var json: String {
    get throws(WorkspaceError) { try encoded(self) }
  }

  /// Throws: `damagedDatabase` for text that `json` did not write.
  init(json: String, database: String) throws(WorkspaceError) {
    do {
      self = try JSONDecoder().decode(JobRequest.self, from: Data(json.utf8))
    } catch {
      throw .damagedDatabase(path: database, detail: "the request of a job cannot be read: \(error)")
    }
  }
}

/// One shot with every value resolved.
struct ShotWork: Sendable, Codable, Hashable {
  var product: ProductID
  var shot: String
  var role: String
  var style: String
  var model: String
  var prompt: String
  var avoid: [String]
  var width: Int
  var height: Int
  var seed: UInt64
  var count: Int
  var samples: Int?
  var lock: Bool
  /// The product's photo, relative to the root.
  var photo: String?
  /// The picture that says which px of the photo are the product, relative to the root; nil where krafd finds them.
  var mask: String?
  /// The photo that the product is set into, relative to the root, and whether it shows a place or a person.
  var place: PlaceWork?
  /// The part of the photo to use; nil for all of it.
  var crop: PixelArea?
  var form: ProductForm?
  /// Whether parts of the product are seen through.
  var isClear: Bool?
  var dimensions: ProductDimensions?
  /// As in `ClipMotion`; nil makes no clip.
  var motion: String?
  /// `#RRGGBB`.
  var palette: [String]
  /// `#RRGGBB` or `transparent`.
  var background: String?
  /// The edits after it, in order.
  var steps: [StepWork]
}

/// A photo of surroundings.
struct PlaceWork: Sendable, Codable, Hashable {
  var path: String
  /// As in `PlaceReference.Kind`.
  var kind: String
}

/// One operation with its parameters.
struct StepWork: Sendable, Codable, Hashable {
  var operation: String
  var parameters: [String: StoredValue]
}

/// One operation on one picture.
struct EditWork: Sendable, Codable, Hashable {
  /// Either an asset or a file, relative to the root.
  var asset: AssetID?
  var path: String?
  var step: StepWork
  /// The mask, likewise an asset or a file; neither for an operation without one.
  var mask: AssetID?
  var maskPath: String?
  /// Where the result is exported to besides.
  var output: String?

  var hasMask: Bool { mask != nil || maskPath != nil }
}

/// A parameter's value in JSON.
enum StoredValue: Sendable, Codable, Hashable {
  case flag(Bool)
  case number(Double)
  case text(String)
  case numbers([Double])
  case lines([[Double]])

  init(_ value: ParameterValue) {
    switch value {
    case .integer(let number): self = .number(Double(number))
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .flag(let flag): self = .flag(flag)
    case .numbers(let list): self = .numbers(list)
    case .lines(let lists): self = .lines(lists)
    }
  }

  /// Whole numbers come back as numbers; operations take those for integers too.
  var value: ParameterValue {
    switch self {
    case .flag(let flag): .flag(flag)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .numbers(let list): .numbers(list)
    case .lines(let lists): .lines(lists)
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([Double].self) {
      self = .numbers(list)
    } else {
      self = .lines(try container.decode([[Double]].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .numbers(let list): try container.encode(list)
    case .lines(let lists): try container.encode(lists)
    }
  }
}
