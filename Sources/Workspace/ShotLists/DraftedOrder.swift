import Catalog
import Generation
import Imaging
import Platform
import ShotList

/// What an order comes to: the jobs, what they cost, and what to know before.
struct DraftedOrder: Sendable {
  var drafts: [JobDraft] = []
  var plan = Plan(jobs: [], warnings: [])
}

/// What differs from what the shot list says.
struct OrderChanges: Sendable {
  var width: Int?
  var height: Int?
  var samples: Int?
  var style: String?
  var motion: ClipMotion?

  var isEmpty: Bool { width == nil && height == nil && samples == nil && style == nil && motion == nil }
}

extension Workspace {
  /// The jobs for shots of a shot list, checked and priced; nothing is queued.
  ///
  /// Throws: as `plan(_:)`.
  nonisolated func draft(
    _ list: ReadShotList, shots names: [String]?, changes: OrderChanges
  ) throws(WorkspaceError) -> DraftedOrder {
    let shots = try list.shots(names)
    if let style = changes.style, tools.catalog.styles[style] == nil { throw .noSuchStyle(id: style) }
    let product = list.product
    var fingerprinter = Fingerprinter(self)
    var items: [PlanItem] = []
    var order = DraftedOrder()
    var warnings = list.warnings(in: shots)
    for shot in shots {
      for (name, style) in variants(of: shot, style: changes.style) {
        var work = try self.work(for: shot, in: list, model: name, style: style, warnings: &warnings)
        var listed: Fingerprint?
        if !changes.isEmpty {
          let (plain, provider) = try self.listed(shot, in: list)
          listed = try fingerprinter.fingerprint(of: plain, with: provider)
        }
        try work.apply(changes)
        let provider = try provider(name)
        items.append(work.planItem(provider.card))
        let fingerprint = try fingerprinter.fingerprint(of: work, with: provider)
        order.drafts.append(
          JobDraft(
            slot: Job.slot(work.shot, model: name, style: style), kind: .generate, title: "\(work.shot) · \(name)",
            document: list.path, shot: work.shot, product: product, request: .generate(work),
            pool: provider.card.isOffline ? .processor : .network, estimate: .free(name),
            fingerprint: fingerprint, listed: (listed ?? fingerprint)?.digest))
      }
    }
    do throws(GenerationError) {
      order.plan = try Planner(today: today).plan(items)
    } catch {
      throw .refused(error)
    }
    for (place, job) in order.plan.jobs.enumerated() {
      order.drafts[place].estimate = Estimate(model: job.model, price: job.price, arithmetic: job.arithmetic.text)
    }
    order.plan.warnings = warnings + order.plan.warnings
    return order
  }

  /// The models and styles that a shot is made with: its own, or those it compares; with one style for all, if given.
  nonisolated func variants(of shot: ResolvedShot, style: String?) -> [(model: String, style: String)] {
    if let style { return [(shot.model.value, style)] }
    guard !shot.compare.isEmpty else { return [(shot.model.value, shot.style.value)] }
    return shot.compare.map { name in
      tools.catalog.styles[name] == nil ? (name, shot.style.value) : (shot.model.value, name)
    }
  }

  /// The first variant of a shot, just as the shot list says it.
  private nonisolated func listed(
    _ shot: ResolvedShot, in list: ReadShotList
  ) throws(WorkspaceError) -> (ShotWork, any Provider) {
    let (model, style) = variants(of: shot, style: nil)[0]
    var warnings: [String] = []
    return (
      try work(for: shot, in: list, model: model, style: style, warnings: &warnings), try provider(model)
    )
  }

  nonisolated func work(
    for shot: ResolvedShot, in list: ReadShotList, model: String, style: String, warnings: inout [String]
  ) throws(WorkspaceError) -> ShotWork {
    let references = shot.references + list.analysis.product.references
    let photo = shot.from.flatMap { from in references.first { $0.handle == from.value }?.path }
    if photo == nil && shot.lock.value { throw .noProductReference(shot: shot.name) }
    var work = ShotWork(
      shot, of: list.product.id, photo: photo,
      mask: photo == nil ? nil : shot.references.first { $0.kind == .mask }?.path,
      place: place(of: shot, in: list, style: style), model: model, style: style)
    if case .part(let part)? = shot.crop {
      warnings.note("\(shot.name): the whole photo is used, as '\(part.rawValue)' cannot be found in it")
    }
    for step in shot.steps {
      do throws(WorkspaceError) {
        if let known = try StepWork(step) {
          work.steps.append(known)
        } else if step.operation == "motion" {
          warnings.note(
            "\(shot.name): the motion is kept for models that make videos; --motion makes a clip of the set")
        } else {
          warnings.note("\(shot.name): the step '\(step.operation)' is left out, as no operation has this name")
        }
      } catch .picture(.badParameter(name: let name, detail: let detail)) {
        let line = list.line(
          at: step.parameters.first { $0.key == name.lowercased() }?.range.lowerBound ?? step.range.lowerBound)
        throw .shotListIssues([ShotIssue(line: line, sentence: "\(step.operation): \(name) \(detail)")])
      }
    }
    return work
  }

  /// The photo that a shot's product is set into: the one that its prompt names, or, where the style cannot do without one,
  /// the first of the header.
  private nonisolated func place(of shot: ResolvedShot, in list: ReadShotList, style: String) -> PlaceWork? {
    let isNeeded = tools.catalog.styles[style]?.studioVerdict == .not
    let references = shot.references + (isNeeded ? list.analysis.product.references : [])
    let place = references.first { $0.kind == .scene || $0.kind == .model }
    return place.map { PlaceWork(path: $0.path, kind: $0.kind.rawValue) }
  }

  private nonisolated func provider(_ id: String) throws(WorkspaceError) -> any Provider {
    guard let provider = tools.providers.provider(id) else {
      throw .noSuchModel(id: id, known: tools.providers.ids)
    }
    return provider
  }
}

extension ReadShotList {
  /// The product that the list describes.
  fileprivate var product: Product {
    let product = analysis.product
    return Product(
      id: ProductID(rawValue: path), name: product.name.isEmpty ? path : product.name,
      references: product.references.map {
        ProductReference(handle: $0.handle, path: $0.path, kind: $0.kind.rawValue, asset: nil)
      })
  }
}

extension ShotWork {
  /// Takes over the changes; one side alone keeps the proportions. Throws: `badSize`.
  fileprivate mutating func apply(_ changes: OrderChanges) throws(WorkspaceError) {
    let shape = Double(width) / Double(height)
    let bounds = PixelSize.shotBounds
    width = changes.width ?? changes.height.map { (Double($0) * shape).rounded(into: PixelSize.bounds) } ?? width
    height = changes.height ?? changes.width.map { (Double($0) / shape).rounded(into: PixelSize.bounds) } ?? height
    guard bounds.contains(width), bounds.contains(height) else { throw .badSize(width: width, height: height) }
    motion = changes.motion?.rawValue
    if let samples = changes.samples { self.samples = min(max(samples, 1), 65_536) }
  }

  fileprivate func planItem(_ card: ModelCard) -> PlanItem {
    PlanItem(
      shot: shot, style: style, card: card, width: width, height: height, count: count,
      references: (photo == nil ? 0 : 1) + (place == nil ? 0 : 1), lock: lock,
      samples: samples)
  }
}

extension Double {
  /// The nearest whole number inside the bounds.
  fileprivate func rounded(into bounds: ClosedRange<Int>) -> Int {
    Int(min(max(rounded(), Double(bounds.lowerBound)), Double(bounds.upperBound)))
  }
}

extension [String] {
  /// Adds a sentence that is not there yet.
  fileprivate mutating func note(_ sentence: String) {
    if !contains(sentence) { append(sentence) }
  }
}
