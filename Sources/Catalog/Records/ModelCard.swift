/// What is known of a model before it is asked: what it can do, what it takes, and what it costs.
public struct ModelCard: CatalogRecord {
  public static let kind = RecordKind.model

  public var id: String
  public var title: String

  /// One sentence for people who choose.
  public var summary: String

  public var capabilities: [Capability]

  /// How many reference pictures one request takes.
  public var maxReferences: Int

  /// The largest output, in millions of px.
  public var maxMegapixels: Double

  /// What a request can carry besides a prompt.
  public var takes: [Input]

  /// How long its clips may be, in seconds, the shortest first; absent where it makes none, or nothing is known.
  public var clipSeconds: [Int]?

  public var price: Price
  public var lifecycle: Lifecycle
  public var identityRisk: IdentityRisk

  /// Whether it needs no network.
  public var isOffline: Bool

  public var origin: Origin
}

/// What a model can be asked for.
public enum Capability: String, Codable, CaseIterable, Sendable {
  case generate, refEdit, maskEdit, erase, bgReplace, cutout, expand, upscaleFaithful, upscaleCreative, styleCopy
  case relight, shadow, structure, tryon, text, enhance
  case imageToVideo = "video.i2v"
  case textToVideo = "video.t2v"
}

/// What a request can carry.
public enum Input: String, Codable, CaseIterable, Sendable {
  case seed, mask, negative, alpha
}

/// How likely a model is to change the product.
public enum IdentityRisk: String, Codable, CaseIterable, Sendable {
  case none, low, medium, high
}

/// What a model costs.
public struct Price: Codable, Equatable, Sendable {
  public enum Unit: String, Codable, CaseIterable, Sendable {
    case free, perRun, perImage, perMegapixel, perSecond, perFrame, perToken, perStep
  }

  public var unit: Unit

  /// The least that one unit costs, in millionths of a US dollar.
  public var lowMicros: Int

  /// The most that one unit costs, in millionths of a US dollar.
  public var highMicros: Int

  /// How many seconds, frames, tokens or steps one picture takes, from least to most; absent counts as one.
  public var unitsAPicture: ClosedRange<Int>?
}

/// Whether a model can still be used.
public struct Lifecycle: Codable, Equatable, Sendable {
  public enum Status: String, Codable, CaseIterable, Sendable {
    case current, preview, superseded, ending, gone, unverified
  }

  public var status: Status

  /// The first day on which it no longer answers.
  public var sunset: Day?

  /// The name of the model to take instead.
  public var replacement: String?
}

extension ModelCard {
  public var problems: [RecordProblem] {
    var check = RecordCheck()
    check.id(id)
    check.text(title, at: "title")
    check.text(summary, at: "summary")
    check.count(capabilities.count, in: 1...Capability.allCases.count, at: "capabilities")
    check.count(maxReferences, in: 0...64, at: "maxReferences")
    check.number(maxMegapixels, in: 0.01...1_000, at: "maxMegapixels")
    check.count(clipSeconds?.count ?? 1, in: 1...32, at: "clipSeconds")
    for seconds in clipSeconds ?? [] { check.count(seconds, in: 1...3_600, at: "clipSeconds") }
    check.count(price.lowMicros, in: 0...1_000_000_000, at: "price.lowMicros")
    check.count(price.highMicros, in: 0...1_000_000_000, at: "price.highMicros")
    let units = price.unitsAPicture ?? 1...1
    check.expect(
      units.lowerBound > 0 && units.upperBound <= 10_000_000, at: "price.unitsAPicture",
      "A picture takes 1 to 10000000 units")
    check.expect(price.lowMicros <= price.highMicros, at: "price", "The low price is not above the high one")
    check.expect(
      (price.unit == .free) == (price.highMicros == 0), at: "price.unit", "A model is free when it costs nothing")
    return check.problems
  }

  public var mentions: [Mention] {
    lifecycle.replacement.map { [Mention(kind: .model, id: $0, place: "lifecycle.replacement")] } ?? []
  }
}
