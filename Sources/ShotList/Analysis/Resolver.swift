internal import Catalog

/// Puts a reading together: for every value the nearest place that says it.
struct Resolver {
  let reading: Reading

  /// Whether the header says that the product, or a part of it, is seen through.
  private let isClear: Bool

  init(reading: Reading) {
    self.reading = reading
    let said = [reading.header[.finish]?.value?.text ?? ""] + reading.header.list(.material)
    isClear = said.flatMap { $0.lowercased().split { !$0.isLetter } }.contains { $0 == "clear" || $0 == "transparent" }
  }

  /// The product, as the header says.
  func product() -> ResolvedProduct {
    let header = reading.header
    return ResolvedProduct(
      name: reading.file.productName,
      category: header[.category]?.value?.text,
      materials: header.list(.material),
      dimensions: header[.dimensions]?.value?.dimensions,
      colors: header[.color]?.value?.colors ?? [],
      labels: header[.label]?.value?.quotes ?? [],
      keep: header.list(.keep),
      parts: header.list(.parts),
      finish: header[.finish]?.value?.text,
      form: header[.form]?.value?.form,
      channels: headerChannels.map(\.id),
      budget: header[.budget].flatMap { resolved($0, .header, \.budget) } ?? workspace(.budget, \.budget),
      references: reading.handles.values.compactMap(ResolvedReference.init)
        .sorted { $0.range.lowerBound < $1.range.lowerBound },
      headerRange: reading.file.header.range)
  }

  /// The shots that have a known role.
  func shots() -> [ResolvedShot] {
    var names = UniqueNames()
    let channels = headerChannels
    return reading.shots.compactMap { shot in
      shot.role.map { resolve(shot, $0, name: names.unique(shot.slug), headerChannels: channels) }
    }
  }

  private func resolve(_ shot: ReadShot, _ role: Role, name: String, headerChannels: [Channel]) -> ResolvedShot {
    let style = style(of: shot, role)
    let own = ownChannels(of: shot)
    let (ratio, size) = frame(of: shot, role, channel: own?.value.first)
    let crop = shot.properties[.crop]?.value?.crop
    let from = from(of: shot, crop)
    let matching = headerChannels.map(\.id).filter(role.channels.contains)
    return ResolvedShot(
      name: name, role: role.id, style: style,
      model: model(of: shot),
      prompt: shot.prompt.text,
      avoid: shot.syntax.body.avoids.map { reading.tree.text($0).withoutNo }.filter { !$0.isEmpty },
      from: from,
      references: references(of: shot, from: from?.value),
      crop: crop, ratio: ratio, size: size,
      seed: decided(.seed, shot, \.number) ?? workspace(.seed, \.number) ?? Resolved(1, .builtIn),
      count: decided(.count, shot, \.number) ?? workspace(.count, \.number) ?? Resolved(1, .builtIn),
      lock: decided(.lock, shot, \.toggle) ?? workspace(.lock, \.toggle) ?? Resolved(true, .builtIn),
      form: reading.header[.form]?.value?.form, isClear: isClear,
      dimensions: reading.header[.dimensions]?.value?.dimensions,
      palette: decided(.palette, shot, \.palette)
        ?? Resolved(reading.catalog.styles[style.value]?.palette ?? [], .style),
      background: decided(.background, shot, \.background) ?? workspace(.background, \.background),
      channels: own.map { Resolved($0.value.map(\.id), $0.source, $0.range) }
        ?? Resolved(matching, matching.isEmpty ? .builtIn : .header),
      compare: comparisons(of: shot),
      steps: shot.steps.map(step),
      heading: shot.syntax.heading, range: shot.syntax.range)
  }

  private func step(_ syntax: StepSyntax, _ prompt: ReadPrompt) -> ResolvedStep {
    let parameters = syntax.body.properties.map { property in
      ResolvedStep.Parameter(
        key: reading.tree.text(property.key).lowercased(), value: reading.tree.text(property.value),
        range: property.value)
    }
    return ResolvedStep(
      operation: reading.tree.text(syntax.operation).lowercased(), parameters: parameters, prompt: prompt.text,
      range: syntax.body.range)
  }
}

/// Names that are given once each.
private struct UniqueNames {
  private var given: Set<String> = []
  private var counts: [String: Int] = [:]

  /// `name`, or with `-2`, `-3` … behind it when it was given before.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    var count = counts[name] ?? 1
    while !given.insert(candidate).inserted {
      count += 1
      candidate = "\(name)-\(count)"
    }
    counts[name] = count
    return candidate
  }
}

extension ReadProperties {
  fileprivate func list(_ key: Key) -> [String] { self[key]?.value?.list?.map(\.text) ?? [] }
}

extension String {
  /// The text without a leading “no”.
  var withoutNo: String {
    let word = prefix { $0 != " " }
    return word.lowercased() == "no" ? String(dropFirst(word.count).drop { $0 == " " }) : self
  }
}
