internal import Catalog

extension Resolver {
  /// What the shot says for a key, or else the header.
  func decided<Found>(_ key: Key, _ shot: ReadShot, _ read: (Value) -> Found?) -> Resolved<Found>? {
    shot.properties[key].flatMap { resolved($0, .shot, read) }
      ?? reading.header[key].flatMap { resolved($0, .header, read) }
  }

  /// What one property says.
  func resolved<Found>(
    _ property: ReadProperty, _ source: ValueSource, _ read: (Value) -> Found?
  ) -> Resolved<Found>? {
    property.value.flatMap(read).map { Resolved($0, source, property.syntax.value) }
  }

  /// What the workspace says for a key.
  func workspace<Found>(_ key: Key, _ read: (Value) -> Found?) -> Resolved<Found>? {
    guard let text = reading.facts.defaults[key], text.utf8.count <= 1_024 else { return nil }
    let bytes = Array(text.utf8)
    return key.value(bytes.trimmed(0..<bytes.count), in: bytes).flatMap(read).map { Resolved($0, .workspace) }
  }

  func style(of shot: ReadShot, _ role: Role) -> Resolved<String> {
    decided(.style, shot) { value in value.name.flatMap { reading.catalog.styles[$0.text] }?.id }
      ?? Resolved(role.defaultStyle, .role)
  }

  func model(of shot: ReadShot) -> Resolved<String> {
    let known = { (value: Value) in value.name.flatMap { reading.catalog.model(named: $0.text) }?.id }
    return decided(.model, shot, known) ?? workspace(.model, known) ?? Resolved("studio", .builtIn)
  }

  /// The slots that the header names, each once.
  var headerChannels: [Channel] {
    var seen: Set<String> = []
    return (reading.header[.channels]?.value?.names ?? []).flatMap { reading.catalog.channels(named: $0.text) }
      .filter { seen.insert($0.id).inserted }
  }

  func ownChannels(of shot: ReadShot) -> Resolved<[Channel]>? {
    shot.properties[.channel].flatMap { property in
      resolved(property, .shot) { value in
        let channels = value.name.map { reading.catalog.channels(named: $0.text) } ?? []
        return channels.isEmpty ? nil : channels
      }
    }
  }

  func comparisons(of shot: ReadShot) -> [String] {
    (shot.properties[.compare]?.value?.names ?? []).compactMap { name in
      reading.catalog.model(named: name.text)?.id ?? reading.catalog.styles[name.text]?.id
    }
  }

  /// The reference that the shot is made from: `from`, or the crop's, or the first product reference.
  func from(of shot: ReadShot, _ crop: Crop?) -> Resolved<String>? {
    if let property = shot.properties[.from],
      let from = resolved(property, .shot, { value in value.handle.flatMap { reading.handles[$0.text]?.handle } })
    {
      return from
    }
    if case .area(let handle, _, _, _, _) = crop, reading.handles[handle.text] != nil {
      return Resolved(handle.text, .shot, handle.range)
    }
    return reading.mainReference.map { Resolved($0.handle, .header, $0.syntax.handle) }
  }

  func references(of shot: ReadShot, from: String?) -> [ResolvedReference] {
    var seen: Set<String> = []
    let handles = [from].compactMap(\.self) + shot.prompt.handles.map(\.text)
    return handles.filter { seen.insert($0).inserted }.compactMap { reading.handles[$0] }
      .compactMap(ResolvedReference.init)
  }
}

extension ResolvedReference {
  /// `nil` when the path is no good.
  init?(_ reference: ReadReference) {
    guard let path = reference.inside else { return nil }
    self.init(
      handle: reference.handle, kind: reference.kind ?? .product, path: path, fact: reference.fact,
      range: reference.syntax.path)
  }
}
