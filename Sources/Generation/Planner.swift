public import Catalog

/// What a shot asks of a model, as far as planning needs it.
public struct PlanItem: Sendable {
  public var shot: String
  public var style: String
  public var card: ModelCard
  public var width: Int
  public var height: Int
  public var count: Int
  /// How many reference pictures go with it.
  public var references: Int
  public var lock: Bool
  /// How many samples a px; nil is the model's choice.
  public var samples: Int?

  public init(
    shot: String, style: String, card: ModelCard, width: Int, height: Int, count: Int, references: Int, lock: Bool,
    samples: Int? = nil
  ) {
    self.shot = shot
    self.style = style
    self.card = card
    self.width = width
    self.height = height
    self.count = count
    self.references = references
    self.lock = lock
    self.samples = samples
  }
}

/// Checks what is asked against what the models can do, prices it and estimates its time: once for all providers.
public struct Planner: Sendable {
  /// The day that lifecycles are judged by; nil when it is not known, and then no model counts as past its last day.
  public var today: Day?

  /// How many pictures one shot may ask for.
  public static let countAtMost = 64

  public init(today: Day?) { self.today = today }

  /// The plan for `items`, in their order.
  ///
  /// Throws: `unsupported` for the first item that its model cannot do; nothing was done.
  public func plan(_ items: [PlanItem]) throws(GenerationError) -> Plan {
    var plan = Plan(jobs: [], warnings: [])
    for item in items {
      try check(item)
      plan.jobs.append(job(item))
      for warning in warnings(item) where !plan.warnings.contains(warning) { plan.warnings.append(warning) }
    }
    return plan
  }

  private func check(_ item: PlanItem) throws(GenerationError) {
    let card = item.card
    guard card.capabilities.contains(.generate) || card.capabilities.contains(.refEdit) else {
      throw .unsupported(what: "generating pictures with \(card.id)")
    }
    guard PixelSize(width: item.width, height: item.height).isBounded, item.megapixels <= card.maxMegapixels else {
      throw .unsupported(what: "\(item.width) × \(item.height) px with \(card.id), at most \(card.maxMegapixels) MP")
    }
    guard (1...Self.countAtMost).contains(item.count) else {
      throw .unsupported(what: "\(item.count) pictures of one shot, 1 to \(Self.countAtMost)")
    }
    guard item.references <= card.maxReferences else {
      throw .unsupported(what: "\(item.references) references with \(card.id), at most \(card.maxReferences)")
    }
    guard card.lifecycle.status != .gone else { throw .unsupported(what: "\(card.id), which is no longer offered") }
  }

  private func job(_ item: PlanItem) -> PlannedJob {
    let arithmetic = PriceArithmetic(item.card.price, pictures: item.count, megapixels: item.megapixels)
    return PlannedJob(
      shot: item.shot, model: item.card.id, style: item.style, width: item.width, height: item.height,
      count: item.count, price: arithmetic.total, arithmetic: arithmetic,
      seconds: item.card.isOffline ? item.seconds : nil)
  }

  private func warnings(_ item: PlanItem) -> [String] {
    var sentences: [String] = []
    let card = item.card
    if let sunset = card.lifecycle.sunset {
      let instead = card.lifecycle.replacement.map { "; use \($0) instead" } ?? ""
      let past = today.map { sunset <= $0 } ?? false
      sentences.append(
        "\(card.id) \(past ? "may no longer answer: its last day was" : "ends on") \(sunset.text)\(instead)")
    }
    if item.lock && card.identityRisk == .high {
      sentences.append("\(card.id) redraws the product: compare the result with the photo")
    }
    return sentences
  }
}

extension PlanItem {
  fileprivate var megapixels: Double { Double(width) * Double(height) / 1_000_000 }

  /// For the embedded studio: 2.5 s for 1024 × 1024 px at 64 samples on two cores, and a second for the cut-out.
  fileprivate var seconds: Double {
    1 + Double(count) * 2.5 * megapixels / 1.048576 * Double(max(1, samples ?? 64)) / 64
  }
}
